"""The two writing forms: display settings and feedback."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.site_corpus import PERSONAL
from tests.site_tour import found_in


def token_of(client: FlaskClient, address: str) -> str:
    """The token of the page's form."""
    return found_in(client.get(address), r'name="token" value="([^"]+)"')[-1]


def test_forms_need_their_token(client: FlaskClient) -> None:
    """A form that was not made for this browser is refused."""
    assert client.post("/preferences", data={"wish": "contrast"}).status_code == 400
    token = token_of(client, "/help")
    other = client.application.test_client()
    assert other.post("/preferences", data={"wish": "contrast", "token": token}).status_code == 400


def test_display_is_kept(client: FlaskClient) -> None:
    """A press on 特大 and on 高对比度 changes the root's classes on every page and leads back to the button."""
    for wish, button in (("size:t-xl", "mode-largest"), ("contrast", "mode-contrast")):
        data = {"wish": wish, "back": "/help?x=1", "token": token_of(client, "/help")}
        response = client.post("/preferences", data=data)
        assert (response.status_code, response.location) == (303, f"/help?x=1#{button}")
    assert '<html lang="zh-CN" class="t-xl hc">' in client.get("/documents").text
    data = {"size": "", "elder": "yes", "back": "//evil.example", "token": token_of(client, "/preferences")}
    assert client.post("/preferences", data=data).location == "/"
    assert "返回标准版" in client.get("/").text


def test_feedback_is_kept_and_gaps_are_said(client: FlaskClient) -> None:
    """A form with gaps comes back with what was typed; a full one is kept once."""
    token = token_of(client, "/feedback")
    typed = {"page": "/help", "message": "短", "contact": PERSONAL[0], "token": token}
    again = client.post("/feedback", data=typed)
    assert again.status_code == 422
    assert "有2处需要修改" in again.text
    assert "<title>有误：我要纠错 - 政诺</title>" in again.text
    assert PERSONAL[0] in again.text
    done = client.post("/feedback", data=typed | {"topic": "text", "message": "第二段的日期与原件不一致。"})
    assert (done.status_code, done.location) == (303, "/feedback?done=yes")
    assert "已收到您的反馈" in client.get(done.location).text
