package vn.luot.hub.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourhoodTest {
    @ParameterizedTest
    @CsvSource({"2001:db8:1:2:3::4, 20010db800010002/64", "2001:db8:1:3:3::4, 20010db800010003/64"})
    void isTheAddressAndTheNetworkOfSomebodyWhoMayHaveAllOfIt(String address, String network) {
        assertThat(Neighbourhood.of(address))
                .containsExactly(new Neighbourhood(address, 1), new Neighbourhood(network, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.20, 192.168.1.21,     true",
        "192.168.1.20, 192.168.1.20,     false",
        "192.168.1.20, 127.0.0.1,        false",
        "192.168.1.20, 2001:db8:1:2::9,  false",
        "2001:db8::9,  2001:db8::10,     false",
    })
    void tellsTwoMachinesOnlyWhereOneHasOneAddress(String one, String other, boolean areTwo) {
        assertThat(Neighbourhood.areTwoMachines(one, other)).isEqualTo(areTwo);
        assertThat(Neighbourhood.areTwoMachines(other, one)).isEqualTo(areTwo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.168.1.20",
                "127.0.0.1",
                "0:0:0:0:0:0:0:1",
                "fe80:0:0:0:1:2:3:4%eth0",
                "fd12:3456:789a:1::9",
                "fc00::9",
                "somewhere",
                "a:b"
            })
    void isTheAddressAloneWhereNoStrangerHasManyOfThem(String address) {
        assertThat(Neighbourhood.of(address)).containsExactly(new Neighbourhood(address, 1));
    }
}
