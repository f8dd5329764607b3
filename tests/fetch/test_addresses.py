"""Which network addresses may be reached."""

import pytest

from tenu.errors import UnreadableSourceError
from tenu.fetch.addresses import may_be_reached, place_of


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_public_addresses_may_be_reached(address: str) -> None:
    assert may_be_reached(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",  # noqa: S104
        "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::", "::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:10.0.0.1", "::ffff:7f00:1", "::7f00:1", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:db8::1",
        "2001:0:4136:e378:8000:63bf:80ff:fffe", "not an address",
    ],
)  # fmt: skip
def test_addresses_of_the_inside_may_not(address: str) -> None:
    assert not may_be_reached(address)


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "http://", "http://a b/", "http://u@a.example/", "http://a.example:99999/",
     "http://[::1", "http://a.example\\@b.example/", "http://a.example/\r\nX: y"],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(url: str) -> None:
    with pytest.raises(UnreadableSourceError):
        place_of(url)


def test_a_name_in_other_letters_becomes_its_name_in_the_dns() -> None:
    assert place_of("https://bücher.example/").host == "xn--bcher-kva.example"
