import HTML
import Localisation
import QR
import SQL
import SiteKit
import Time
import VolunteerCentre
import Web

/// A vacancy on a wall: what it is, where and when, who asks, and a code that a telephone reads. Its address is the number alone, so that it
/// survives another title; when the vacancy is closed it leads to others.
struct Poster {
    let vacancy: Vacancy
    let organisation: Organisation

    /// As much of the story as a wall can take.
    private static let most = 420

    static func address(_ id: ID<Vacancy>, _ visit: Visit) -> String {
        visit.website + visit.link("/vacatures/\(id)")
    }

    func html(_ visit: Visit) -> HTML {
        let (t, content) = (visit.t, vacancy.content)
        let address = Self.address(vacancy.id, visit)
        let place = content.fromHome ? t("From home") : content.place
        let facts: [(String, String)] = [
            (t("Where"), place), (t("How often"), visit.label(.engagement, content.engagement)),
            (t("Hours"), content.hours), (t("Days"), visit.labels(.day, content.days)),
            (t("Part of the day"), visit.labels(.daypart, content.dayparts)),
            (t("What you can count on"), visit.labels(.support, content.supports)),
        ].filter { !$0.1.isEmpty }
        return """
            <article class="poster"><header><p class="poster-from">\(visit.centre.name)</p>
            <h1\(visit.theirs)>\(content.title)</h1><p class="poster-by"\(visit.theirs)>\(organisation.name)</p></header>
            <div class="poster-story"\(visit.theirs)>\(visit.prose(Self.beginning(content.description)))</div>
            <dl class="poster-facts">\(each: facts, { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>
            <footer>\(optional: QRCode(address), { $0.svg(label: t("Code that leads to {address}", ["address": address])) })
            <div><p class="poster-call">\(t("Does this suit you?"))</p><p>\(t("Point your phone's camera at the code, or look at"))<br><strong class="poster-address">\(Self.shown(address))</strong></p>
            <p>\(t("Or ask us:")) \([visit.centre.phone, visit.centre.email].filter { !$0.isEmpty }.joined(separator: " · "))</p></div></footer></article>
            """
    }

    /// Whole sentences, as many as fit.
    static func beginning(_ text: String) -> String {
        guard text.count > most else { return text }
        let start = text.prefix(most)
        let end = start.lastIndex { ".!?".contains($0) } ?? start.lastIndex(of: " ") ?? start.endIndex
        let kept = end == start.endIndex ? start : start[...end]
        return kept.last.map { ".!?".contains($0) } == true ? String(kept) : kept.trimmingSuffix { $0 == " " } + " …"
    }

    /// On a narrow sheet it breaks behind the name of the site, never within a number.
    static func shown(_ address: String) -> HTML {
        let spoken = spoken(address)
        guard let slash = spoken.firstIndex(of: "/") else { return "\(spoken)" }
        return "\(String(spoken[..<slash]))<wbr>\(String(spoken[slash...]))"
    }

    /// Without what nobody types.
    static func spoken(_ address: String) -> String {
        for scheme in ["https://", "http://"] where address.hasPrefix(scheme) {
            return String(address.dropFirst(scheme.count))
        }
        return address
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ isLeft: (Character) -> Bool) -> String {
        var rest = self
        while let last = rest.last, isLeft(last) { rest.removeLast() }
        return String(rest)
    }
}

/// Several vacancies on one sheet, each with its code: for a wall, a library, the local paper.
struct VacancySheet {
    let cards: [VacancyCard]
    /// How many there are besides.
    let more: Int

    /// So many fit on two pages and in a column of a paper.
    static let most = 24

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <article class="sheet"><header><p class="poster-from">\(visit.centre.name)</p>
            <h1>\(t("Volunteers wanted"))</h1><p>\(t.date(visit.today))</p></header>
            <ul>\(each: cards, { card($0, visit) })</ul>
            \(if: more > 0, "<p>\(t("And {count} more:", "And {count} more:", count: more)) <strong>\(Poster.spoken(visit.website + visit.link("/vacatures")))</strong></p>")
            <footer><p>\(t("Or ask us:")) \([visit.centre.phone, visit.centre.email].filter { !$0.isEmpty }.joined(separator: " · "))</p></footer></article>
            """
    }

    private func card(_ card: VacancyCard, _ visit: Visit) -> HTML {
        let t = visit.t
        let address = Poster.address(card.id, visit)
        return """
            <li>\(optional: QRCode(address), { $0.svg(label: t("Code that leads to {address}", ["address": address])) })<div><h2\(visit.theirs)>\(card.title)</h2>
            <p\(visit.theirs)>\(Self.line(card, t).joined(separator: " · "))</p><p class="poster-address">\(Poster.shown(address))</p></div></li>
            """
    }

    private static func line(_ card: VacancyCard, _ t: Localiser) -> [String] {
        [card.organisation, card.fromHome ? t("From home") : card.place, card.hours].filter { !$0.isEmpty }
    }

    /// For who pastes it into a page of print: a paragraph each, no marks.
    func text(_ visit: Visit) -> String {
        let t = visit.t
        let paragraphs = cards.map { card in
            [card.title, Self.line(card, t).joined(separator: ", "), Poster.spoken(Poster.address(card.id, visit))]
                .joined(separator: "\n")
        }
        let head = "\(t("Volunteers wanted")), \(t.date(visit.today))\n\(visit.centre.name)"
        let foot = [visit.centre.phone, visit.centre.email, Poster.spoken(visit.website)].filter { !$0.isEmpty }
            .joined(separator: " · ")
        return ([head] + paragraphs + ["\(t("Or ask us:")) \(foot)"]).joined(separator: "\n\n") + "\n"
    }
}

/// A document on paper, complete in itself: for the printer of PDFs, in the centre's colours.
struct PosterDocument {
    let title: String
    let content: HTML

    func html(_ visit: Visit) -> HTML {
        """
        <!doctype html>
        <html lang="\(visit.language.tag)"><head><meta charset="utf-8"><title>\(title)</title>
        <meta name="author" content="\(visit.centre.name)"><style>
        @page { size: A4; margin: 16mm }
        body { margin: 0; font: 13pt/1.45 "Open Sans", "DejaVu Sans", sans-serif; color: #1a1d21 }
        h1, h2, p, ul, dl, dd { margin: 0; padding: 0 } ul { list-style: none }
        .poster-from { font-weight: bold; color: \(visit.centre.theme.brand.hex) }
        .poster header, .sheet header { border-block-end: 3pt solid \(visit.centre.theme.brand.hex); padding-block-end: 8pt; margin-block-end: 12pt }
        .poster h1 { font-size: 34pt; line-height: 1.12; margin-block: 4pt } .poster-by { font-size: 16pt }
        .poster-story p { margin-block-end: 8pt } .poster-facts { margin-block: 12pt }
        .poster-facts div { display: flex; gap: 8pt; margin-block-end: 3pt } dt { flex: none; inline-size: 48mm; font-weight: bold }
        .poster footer { display: flex; gap: 10mm; align-items: center; margin-block-start: 16pt }
        .poster .qr { inline-size: 55mm; block-size: 55mm } .poster-call { font-size: 20pt; font-weight: bold }
        .poster-address { overflow-wrap: anywhere }
        .sheet { font-size: 10.5pt } .sheet h1 { font-size: 26pt } .sheet h2 { font-size: 12pt }
        .sheet li { display: flex; gap: 5mm; break-inside: avoid; margin-block-end: 5mm } .sheet li > div { flex: 1 } .sheet .qr { inline-size: 24mm; block-size: 24mm }
        </style></head><body>\(content)</body></html>
        """
    }
}
