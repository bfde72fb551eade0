"""Keys, rates and origins."""

from summarizer.settings import Settings
from summarizer.web.app import create_app
from tests.web.exchanges import FIRST, REQUEST, refused


def test_keys() -> None:
    """Off until configured; then every /v1 route wants one."""
    client = create_app(Settings(api_keys=("k1", "k2"))).test_client()
    assert refused(client.post("/v1/merge", json=REQUEST), 401)["title"] == "Unauthorized"
    refused(client.post("/v1/merge", json=REQUEST, headers={"X-API-Key": "k3"}), 401)
    assert client.post("/v1/merge", json=REQUEST, headers={"X-API-Key": "k2"}).status_code == 200
    assert client.post("/v1/merge", json=REQUEST, headers={"Authorization": "Bearer k1"}).status_code == 200
    assert client.get("/healthz").status_code == 200


def test_rate() -> None:
    """429 says when to come again."""
    client = create_app(Settings(rate_limit=2)).test_client()
    responses = [client.post("/v1/facts", json=FIRST) for _ in range(5)]  # a minute may end among them, not two
    assert responses[0].status_code == 200
    response = next(r for r in responses if r.status_code != 200)
    refused(response, 429)
    assert 1 <= int(response.headers["Retry-After"]) <= 60


def test_guesses_at_a_key_are_counted() -> None:
    """By the address that they come from; whoever has a key is not held up by them."""
    client = create_app(Settings(rate_limit=2, api_keys=("k1",))).test_client()
    guesses = [client.post("/v1/facts", json=FIRST, headers={"X-API-Key": f"g{n}"}).status_code for n in range(6)]
    assert guesses[0] == 401
    assert 429 in guesses
    assert client.post("/v1/facts", json=FIRST, headers={"X-API-Key": "k1"}).status_code == 200


def test_the_address_before_the_proxies_is_counted() -> None:
    """Behind a proxy all come from one address; without the setting a client could call itself whatever it likes."""
    for proxies, first in ((0, {429}), (1, {200})):
        client = create_app(Settings(rate_limit=1, proxies=proxies)).test_client()
        statuses = [
            client.post(
                "/v1/facts", json=FIRST, headers={"X-Forwarded-For": f"203.0.113.9, 198.51.100.{n}"}
            ).status_code
            for n in range(4)
        ]
        assert first <= set(statuses)
        assert (429 in statuses) == (proxies == 0)


def test_origins() -> None:
    """A page of an allowed origin may read the answer, another may not."""
    client = create_app(Settings(cors_origins=("https://desk.example",))).test_client()
    allowed = client.options("/v1/merge", headers={"Origin": "https://desk.example"})
    assert allowed.headers["Access-Control-Allow-Origin"] == "https://desk.example"
    assert (
        "Access-Control-Allow-Origin"
        not in client.options("/v1/merge", headers={"Origin": "https://else.example"}).headers
    )
