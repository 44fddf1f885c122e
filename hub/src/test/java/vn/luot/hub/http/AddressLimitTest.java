package vn.luot.hub.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AddressLimitTest {
    private static final String NETWORK = "2001:db8:1:2::";

    private final AddressLimit limit = new AddressLimit(10);

    @Test
    void aPhoneThatAsksTooOftenTakesNothingFromTheScreensOfItsNetwork() {
        for (var i = 0; i < 10; i++) limit.count(NETWORK + 1);

        assertThatThrownBy(() -> limit.count(NETWORK + 1)).isInstanceOf(Failure.class);
        assertThatCode(() -> limit.count(NETWORK + 2)).doesNotThrowAnyException();
    }

    @Test
    void whoeverComesFromANewAddressEachTimeIsBoundByTheirNetwork() {
        for (var i = 0; i < 100; i++) limit.count(NETWORK + i);

        assertThatThrownBy(() -> limit.count(NETWORK + 999)).isInstanceOf(Failure.class);
        assertThatCode(() -> limit.count("2001:db8:1:3::1")).doesNotThrowAnyException();
    }
}
