package vn.luot.board.led;

/** What an Alpha sign says to a packet, when it is set to say anything. */
enum AlphaAnswer {
    ACK,
    NAK
}
