package vn.luot.protocol.message;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Body of {@code POST /api/tickets/offline}: a ticket that a kiosk gave from its block, and that is on paper.
 *
 * @param ticket what the visitor asked for; the same as was perhaps asked of the hub with the same key
 * @param number what is on the paper, such as "A960"
 * @param epoch the block's
 * @param day the block's
 * @param pressedAt when the visitor pressed, by the hub's clock as far as the kiosk knows it
 * @param token made by the kiosk, unguessable: 22 characters of A–Z a–z 0–9 _ -
 */
public record OfflineTicket(
        TicketRequest ticket, String number, int epoch, LocalDate day, OffsetDateTime pressedAt, String token) {}
