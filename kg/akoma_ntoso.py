"""One document as a skeleton in Akoma Ntoso 3.0: its identification, its hierarchy of sections, its clauses' text.

Source: OASIS LegalDocML, Akoma Ntoso Version 1.0 (namespace 3.0). 章 and 节 are chapter and section; the levels of
ordinary official documents have no exact element and are `level`; a clause is a `paragraph`.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict

from corpus.analysis import Analysis
from corpus.outline import Clause, Section
from corpus.store.records import title_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_EXACT = {"编": "part", "篇": "part", "章": "chapter", "节": "section"}


def to_akoma_ntoso(analysis: Analysis) -> str:
    """The XML text of a document."""
    ET.register_namespace("", NAMESPACE)
    root = ET.Element(_tag("akomaNtoso"))
    doc = ET.SubElement(root, _tag("doc"), {"name": analysis.metadata.genre.value})
    _meta(doc, analysis)
    preface = ET.SubElement(doc, _tag("preface"))
    heading = ET.SubElement(ET.SubElement(preface, _tag("p")), _tag("docTitle"))
    heading.text = _clean(title_of(analysis))
    body = ET.SubElement(doc, _tag("mainBody"))
    _body(body, analysis)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _meta(doc: ET.Element, analysis: Analysis) -> None:
    """Identification on the levels of work, expression and manifestation."""
    metadata = analysis.metadata
    on = metadata.as_of.first_day.isoformat() if metadata.as_of else "0001-01-01"
    uri = f"/akn/cn/doc/{on}/{analysis.document.id}"
    meta = ET.SubElement(doc, _tag("meta"))
    identification = ET.SubElement(meta, _tag("identification"), {"source": "#zhengnuo"})
    for level, path in (("Work", ""), ("Expression", "/zho"), ("Manifestation", "/zho.xml")):
        part = ET.SubElement(identification, _tag(f"FRBR{level}"))
        ET.SubElement(part, _tag("FRBRthis"), {"value": f"{uri}{path}/!main"})
        ET.SubElement(part, _tag("FRBRuri"), {"value": f"{uri}{path}"})
        ET.SubElement(part, _tag("FRBRdate"), {"date": on, "name": "written"})
        ET.SubElement(part, _tag("FRBRauthor"), {"href": "#issuer"})
        if level == "Work":
            ET.SubElement(part, _tag("FRBRcountry"), {"value": "cn"})
            if metadata.doc_number:
                ET.SubElement(part, _tag("FRBRnumber"), {"value": _clean(metadata.doc_number)})
        if level == "Expression":
            ET.SubElement(part, _tag("FRBRlanguage"), {"language": "zho"})
    references = ET.SubElement(meta, _tag("references"), {"source": "#zhengnuo"})
    organizations = (("issuer", metadata.issuer or "未载明"), ("zhengnuo", "政诺"))
    for key, name in organizations:
        shown = {"eId": key, "href": f"/ontology/organization/{key}", "showAs": _clean(name)}
        ET.SubElement(references, _tag("TLCOrganization"), shown)


def _body(body: ET.Element, analysis: Analysis) -> None:
    """Sections within sections, each with its clauses; what stands before the first one comes first."""
    below: defaultdict[str | None, list[Section]] = defaultdict(list)
    clauses: defaultdict[str | None, list[Clause]] = defaultdict(list)
    for section in analysis.outline.sections:
        below[section.parent].append(section)
    for clause in analysis.outline.clauses:
        clauses[clause.section].append(clause)

    def fill(parent: ET.Element, eid: str | None) -> None:
        for clause in clauses[eid]:
            _clause(parent, clause, analysis)
        for section in below[eid]:
            element = ET.SubElement(parent, _tag(_EXACT.get(section.label[-1:], "level")), {"eId": section.eid})
            ET.SubElement(element, _tag("num")).text = _clean(section.label)
            ET.SubElement(element, _tag("heading")).text = _clean(section.title)
            fill(element, section.eid)

    fill(body, None)


def _clause(parent: ET.Element, clause: Clause, analysis: Analysis) -> None:
    element = ET.SubElement(parent, _tag("paragraph"), {"eId": clause.eid})
    content = ET.SubElement(element, _tag("content"))
    ET.SubElement(content, _tag("p")).text = _clean(clause.span.of(analysis.document.text))


def _clean(words: str) -> str:
    """The words without characters that XML does not allow."""
    return "".join(mark for mark in words if mark >= " " or mark in "\t\n")


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
