"""The OpenAPI description, its page, and the guide."""

import re

from gateway.problems import STATUS
from settings import ROOT, Settings
from tests.gateway.door import Door

CONTRACT = {
    ("POST", "/api/chat/sessions"): {"201", "400", "401", "413", "429", "500", "503"},
    ("POST", "/api/chat/messages"): {"200", "400", "401", "409", "413", "429", "500", "503"},
    ("GET", "/api/chat/history"): {"200", "401", "429", "500", "503"},
    ("GET", "/api/chat/events"): {"200", "401", "429", "500", "503"},
    ("POST", "/api/chat/invitations"): {"200", "400", "401", "413", "429", "500", "503"},
    ("POST", "/api/chat/invitations/not-now"): {"204", "400", "401", "413", "429", "500", "503"},
    ("POST", "/api/staff/login"): {"200", "400", "401", "413", "429", "500", "503"},
    ("POST", "/api/staff/messages"): {"200", "400", "401", "403", "409", "413", "429", "500", "503"},
    ("GET", "/health/live"): {"200", "500"},
    ("GET", "/health/ready"): {"200", "500", "503"},
}


async def test_the_description_has_every_route_of_the_contract_with_its_statuses(door: Door) -> None:
    paths = (await door.client.get("/openapi.json")).json()["paths"]

    for (method, path), statuses in CONTRACT.items():
        assert set(paths[path][method.lower()]["responses"]) == statuses


async def test_every_refusal_is_described_as_a_problem(door: Door) -> None:
    paths = (await door.client.get("/openapi.json")).json()["paths"]

    for path, operations in paths.items():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400:
                    assert set(answer["content"]) == {"application/problem+json"}, (path, status)
                if status in ("429", "503"):
                    assert "Retry-After" in answer["headers"], (path, status)


async def test_the_page_shows_every_route_and_problem_without_another_host_or_a_script(door: Door) -> None:
    answer = await door.client.get("/docs")

    for (method, path), _ in CONTRACT.items():
        assert f"{method} {path}" in answer.text
    for kind in STATUS:
        assert f'id="{kind}"' in answer.text
    assert "<script" not in answer.text
    assert "style=" not in answer.text
    assert re.findall(r'(?:src|href)="([^"#]*)"', answer.text) == ["/docs.css", "/openapi.json"]
    assert (await door.client.get("/docs.css")).headers["content-type"].startswith("text/css")


async def test_the_guide_names_every_route_every_problem_and_every_setting_of_the_gateway(door: Door) -> None:
    guide = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")

    paths = (await door.client.get("/openapi.json")).json()["paths"]
    named = [*paths, *(f"`{kind}`" for kind in STATUS), *_settings()]
    assert [name for name in named if name not in guide] == []


def _settings() -> list[str]:
    ours = ("limit_", "session_", "staff_session", "bot_patience", "turn_wait", "identity_", "allowed_")
    return [f"ASKWELL_{name.upper()}" for name in Settings.model_fields if name.startswith(ours)]
