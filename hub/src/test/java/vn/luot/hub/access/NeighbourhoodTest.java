package vn.luot.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourhoodTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.20,        192.168.1.20",
        "127.0.0.1,           127.0.0.1",
        "fe80:0:0:0:1:2:3:4%eth0, fe80000000000000/64",
        "fe80::9,             fe80000000000000/64",
        "2001:db8:1:2:3::4,   20010db800010002/64",
        "2001:db8:1:3:3::4,   20010db800010003/64",
        "somewhere,           somewhere",
        "a:b,                 a:b",
    })
    void isAnAddressOrTheNetworkOfSomebodyWhoHasManyOfThem(String address, String neighbourhood) {
        assertThat(Neighbourhood.of(address)).isEqualTo(neighbourhood);
    }
}
