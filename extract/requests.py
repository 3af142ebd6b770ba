"""What the one who is answered asks for, as replies repeat it: 你县请求…, 您建议…, 对您提出的"…"."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"(?:对|关于|针对|就)?(?:你|贵|您)(?:[省市区县州局委们单位])?[^,。:\"]{0,12}?(?:请求|(?<!的)建议|希望|反映|要求|申请|恳请|呼吁|提出)"
    r"(?![的中书稿很已]|十分|非常|具有|对[^,。]{2,40}有|后|,我)(?![^。]*(?:收悉|答复|如下|感谢))"
    r"|(?:(?:您|你们?)的?)?(?:建议|提案|议案)(?:中|里)(?:所)?(?:提到|提出|反映|指出)[^。]{4,}(?:要求|希望|建议)"
    r"|(?:[^,。:]{0,12}代表团|提案人|建议人|提案者)[^,。:]{0,6}(?:提出|反映|建议|认为|指出)"
    r"|(?:您|你们?|代表|委员)在(?:建议|提案|议案|来信)(?:中|里)(?:所)?(?:提到|提出|反映|指出|建议)[,:]?"
    r"|[^,。:]{0,10}[一-鿿]{1,8}[省市县区州盟旗](?:人民)?(?:政府)?(?:还|也|并|又)?(?:请求|申请|恳请|提出请求)(?=[,将对在国尽给支增把于为并与])"
    r"|(?:对|关于|针对|就)?(?:你|您|代表|委员)们?(?:所)?(?:提出|反映|建议)的?[:,]?\"[^\"]{8,400}\"?[。,]?\"?$"
)

_FRAME = re.compile(
    r"(?:对于?|关于|针对|就)(?:您|你|代表|委员)们?(?:在[^,。]{2,24})?(?:所)?(?:提出|反映)的?[^,。]{2,40}(?:建议|问题|意见|诉求|提议),"
    r"[^。]*(?:由于|因|已|不符合|目前|暂)"
    r"|(?:您|你|代表|委员)[^。]*[,。](?:对此,?)?(?:我(?:们|局|委|厅|办|部|院|站|中心|街道|镇|乡|单位|市|县|区|省)|本[局委单])(?:也|还|均|都)?(?:将|会|正|拟|已)"
)
"""针对您提出开通公交的建议,由于…; 您要求补足资金,我局将…: what is asked for only leads in the answer."""


_QUOTED = re.compile(
    r"(?:(?:您|你们?|代表|委员)们?的?)?(?:建议|提案|议案)(?:中|里)(?:所)?(?:提到|提出|反映|指出)的?[:,]?\"[^\"]{8,400}\"[。]?$"
)
"""建议中提出"…"。: a request that ends with its sentence."""


def quotes_request(words: str) -> bool:
    """Whether a sentence is no more than what was asked for, in quotation marks."""
    return _QUOTED.match(words) is not None


def asks_for(words: str) -> bool:
    """Whether a sentence (its folded words without white space) opens with what was asked for."""
    return _ASKS.match(words) is not None and _FRAME.match(words) is None
