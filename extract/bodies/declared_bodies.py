"""The bodies that the head of a document declares: its issuer and its addressees, and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.bodies.collectives import MARKET, find_collectives
from extract.bodies.names import Body, find_bodies
from extract.bodies.overlapping_bodies import longest_bodies
from extract.bodies.resolve import Home
from extract.matching import fold
from extract.reading import Reading

ISSUER, ADDRESSEE = "issuer", "addressee"
"""Kinds of declared names, beside those of `bodies.tsv`."""

_SELF = re.compile(r"(?:我|本)(?P<kind>局|委|厅|办|部|署|行|院|机关|政府)(?![门员托理级身分位属校士法学公])")
_SELF_ENDINGS = {"委": ("委", "委员会"), "办": ("办", "办公室", "办公厅"), "机关": ("",), "行": ("银行", "行")}
"""How the issuer's name must end for 我委 or 本机关 to mean it; 我局 needs 局."""
_YOU = re.compile(r"(?:贵|您|你)(?:委|局|厅|会|办|单位|部|院|市|县|区|省|党)(?![员们托])")
_APPROVAL = "批复"
_APPLICANT = re.compile(r"(?:项目)?(?:建设|业主)单位|项目(?:法人|单位)")
"""What an approval calls the one that it answers."""


def declared_bodies(text: str, reading: Reading, home: Home) -> Iterator[Body]:
    """Issuer and addressee wherever they are named as the metadata has them, and 我局, 贵委 that stand for them."""
    metadata = reading.metadata
    for value, kind in ((metadata.issuer, ISSUER), (metadata.addressee, ADDRESSEE)):
        parts = sorted(names_of_field(value, home))
        for part in parts:
            yield from (
                Body(match.start(), match.end(), "", part, kind) for match in re.finditer(re.escape(part), text)
            )
        if len(parts) == 1:
            yield from _pronouns(text, parts[0], kind)
            if kind == ADDRESSEE and metadata.genre_word == _APPROVAL:
                yield from (Body(*match.span(), "", parts[0], kind) for match in _APPLICANT.finditer(text))


def _pronouns(text: str, name: str, kind: str) -> Iterator[Body]:
    """我局 for an issuer that is a 局; 贵委, 你省 for the addressee."""
    for match in (_SELF if kind == ISSUER else _YOU).finditer(text):
        if kind == ADDRESSEE or name.endswith(_SELF_ENDINGS.get(match["kind"], (match["kind"],))):
            yield Body(match.start(), match.end(), "", name, kind)


_PERSONS = re.compile(
    r"(?:委员|代表|代表团|(?:委员|代表)小组|同志|先生|女士|[主常]席|院士|参事|[省市县区州]长)们?(?:等?[并及和与]?附议人)?$|^各位|(?:女士|先生|朋友|同志|老师|同学)们|个人|市民(?![政族])|读者|网友|^[!-~]+$|社会各界|公众"
)
_PIECE_END = re.compile(r",|(?<=[府局厅门位构])、(?=各|有关|直属|街道)")
"""What parts the bodies that a document is addressed to, each of which may be a list itself."""
_LIST_PART = re.compile(r"(?:[^、,;，；\s()]|\([^()]*\)|[()])+?(?=[、,;，；\s]|$)")
_PEOPLE = re.compile(r"(?:纳税人|缴费人|人员|群众|居民|用户|患者|家长|考生|旅客|客户|职工|业主|朋友|同学)们?$")
"""Whom notices address that are no bodies: 各参保人员."""
_PLACE_NAME = re.compile(r"(?![各原全我本驻报致])[一-鿿]{1,3}")
"""What no table of places has before the name of the only body of a field: 莫|旗文化和旅游局, 柳河|街道办事处."""


def names_of_field(value: str | None, home: Home) -> frozenset[str]:
    """The bodies of a field of the metadata, folded; none where it names persons (两位代表)."""
    words = fold(value or "")
    if _PERSONS.search(words):
        return frozenset()
    pieces = _PIECE_END.split(words)
    whole_ones = frozenset(piece for piece in pieces if _is_of_fields(piece) or _is_class(piece))
    if whole_ones:
        others = ",".join(piece for piece in pieces if piece not in whole_ones)
        return whole_ones | (names_of_field(others, home) if others else frozenset())
    bodies = longest_bodies(find_bodies(words, frozenset(home.places)), find_collectives(words))
    whole = (
        len(bodies) == 1
        and bodies[0].end == len(words)
        and _PLACE_NAME.fullmatch(words, 0, bodies[0].start) is not None
    )
    found = {words if whole else words[body.start : body.end] for body in bodies if body.kind != MARKET}
    rest = _LIST_PART.finditer(words)
    listed = {part.group() for part in rest if _is_part(part, bodies) and not _PEOPLE.search(part.group())}
    return frozenset(found | listed)


_CLASS = re.compile(
    r"(?:(?:自治区|自治州|兵团|中央|国家|[省市县区州盟旗])[一-鿿、]{0,12}|[局部委厅府][内直属])?(?:各有关|各相关|各大?|有关|相关)"
    r"(?:(?:[一-鿿()]{0,6}(?:单位|部门|机构)|[处科股]室)|(?!部署|办[理公法事])[部委办厅局](?:、?(?:部|委|办|厅|局|处|行|署|院|社)){1,6})"
)
_NO_CLASS = re.compile(
    r"[省市县区州盟旗](?:人民)?政府各|国务院|有关部门$|[委厅局部]各(?!有关|相关)[部门单位]{2}$|(?<!企)事业单位|(?:金融|医疗|卫生|科研|培训|社会|中介|教育)机构$|企业、"
)
"""Classes that the table of collectives names as precisely, and those of the market."""


def _is_class(piece: str) -> bool:
    """Whether a piece of the addressees means a class of bodies as a whole: 市直及驻市各单位, 区直各委、办、厅、局."""
    return _CLASS.fullmatch(piece) is not None and not _NO_CLASS.search(piece)


_OFFICES_OF_FIELDS = re.compile(
    r"(?:全国)?各(?:有关|相关)?(?:[省市县区州盟旗地]|自治[区州县旗]|直辖市|计划单列市|副省级城?市|设区的?市|[、及和()]|新疆生产建设兵团)+"
    r"(?P<fields>[一-鿿]{2,12}?(?:、[一-鿿]{2,12}?)*)(?:行政|业务)?(?:主管|管理|监管|监督管理)?(?:部门|机构)"
)
"""The offices of several fields in all areas, which are addressed as one: 各省、自治区、直辖市商务、教育主管部门."""
_OWN_NAME = re.compile(r"政府|[厅局委]")


def _is_of_fields(part: str) -> bool:
    """Whether a part of the addressees means the offices of one or more fields in all areas."""
    match = _OFFICES_OF_FIELDS.fullmatch(part)
    return match is not None and _OWN_NAME.search(match["fields"]) is None


_NO_BODY = re.compile(r"公司|企业|企事业|团体|学校|学院|大学|医院|银行|协会|集团|[中高]等$|界别?$")


def _is_part(part: re.Match[str], bodies: Sequence[Body]) -> bool:
    """Whether a part of a list is a body that no table knows (a party's committee)."""
    known = any(body.start < part.end() and part.start() < body.end for body in bodies)
    if known:
        return any(body.start > part.start() and body.end == part.end() and body.kind == "party" for body in bodies)
    return len(part.group()) > 2 and "的" not in part.group() and not _NO_BODY.search(part.group())
