import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// The vacancy board: a search box, filters with what each would find, what was found, page by page.
struct VacancyListPage {
    let filter: VacancyFilter
    let found: FoundVacancies
    /// When nothing was found: what the filters alone find.
    let withoutWords: Int

    static let path = "/vacatures"
    /// The same question as a sheet to print.
    static let onPaper = "/vacatures/lijst"

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let cards = found.cards
        let title =
            cards.page.number > 1
            ? t("Vacancies, page {n}", ["n": String(cards.page.number)]) : t("Vacancies", context: "visitor")
        let feed = visit.link(filter.address("/vacatures.atom"))
        return PublicLayout(
            title: title, description: visit.whatThisIs, visit: visit, current: Self.path,
            scripts: ["results", "words", "narrow"] + (filter.isMap ? ["map"] : []),
            head: """
                \(if: filter.isMap, VacancyMap.head(visit))\
                <link rel="alternate" type="application/atom+xml" title="\(t("New vacancies"))" href="\(feed)">\
                \(if: cards.page.number == 1, "<link rel=\"canonical\" href=\"\(visit.website + visit.link(filter.address(Self.path)))\">")
                """
        ).html(
            """
            <div class="wrap page">
            <header class="page-head"><div><h1>\(t("Vacancies", context: "visitor"))</h1></div></header>
            \(SearchForm(visit: visit, words: filter.question.words, chosen: filter.narrowing + filter.shown.filter { $0.0 == "weergave" }).html)
            <div class="listing\(if: filter.isMap, " mapped")">\(VacancyFilterForm(filter: filter, found: found).html(visit))<div>
            <div class="results-head"><p class="results" data-part="summary" data-offline="\(t("No connection. We try again in a moment."))">\(summary(visit))</p><p class="visually-hidden" role="status" data-spoken></p>\
            <div class="ways-to-look"><div data-part="orders">\(orders(visit))</div><div data-part="views">\(views(visit))</div></div></div>
            \(if: filter.isMap, "<div class=\"map-side\">\(VacancyMap(filter: filter).html(visit))</div>")
            <div data-part="list">\(if: visit.language == .en, "<p class=\"help\">\(visit.t("Organisations write in Dutch. You see with each vacancy when little or no Dutch is enough."))</p>")\(corrections(visit))
            \(chips(visit))
            \(if: cards.elements.isEmpty, NothingFound(filter: filter, found: found, withoutWords: withoutWords).html(visit), else: visit.cards(cards.elements))
            \(visit.pager(cards, path: Self.path, query: filter.pairs))
            \(keep(visit))
            <p class="muted"><a href="\(feed)">\(t("Follow this list with a feed reader"))</a> · <a href="\(visit.link(filter.address(Self.onPaper)))">\(t("This list on paper"))</a></p></div>
            </div></div>
            </div>
            """)
    }

    /// The search as a form: who is not known yet logs in first, and it is kept then.
    private func keep(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="keep-search panel" method="post" action="\(visit.action("/mijn/zoekopdrachten"))">
            \(each: filter.pairs.filter { $0.0 != "sort" && $0.0 != "weergave" }, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
            <p><strong>\(t("A mail when something new comes?"))</strong> \(t("Keep this search, and we look for you."))</p>
            <p class="inline"><label for="vaak">\(t("Mail me"))</label><select id="vaak" name="vaak">\
            <option value="weekly">\(visit.word(.weekly))</option><option value="daily">\(visit.word(.daily))</option></select>
            <button class="btn plain">\(visit.icon("envelope"))\(t("Keep this search"))</button></p></form>
            """
    }

    private func summary(_ visit: Visit) -> HTML {
        let count = visit.t("{count} vacancy", "{count} vacancies", count: found.cards.total)
        return filter.question.words.isEmpty
            ? "<strong>\(count)</strong>"
            : "<strong>\(count)</strong> \(visit.t("for “{words}”", ["words": filter.question.words]))"
    }

    private func orders(_ visit: Visit) -> HTML {
        guard filter.orders.count > 1, found.cards.total > 1 else { return .empty }
        return """
            <nav class="orders" aria-label="\(visit.t("Order"))"><ul>\(each: filter.orders, { order in
                """
                <li><a href="\(visit.link(filter.address(Self.path, sortedBy: order)))"\(attribute: "aria-current", order == filter.order ? "true" : nil)>\(name(of: order, visit))</a></li>
                """
            })</ul></nav>
            """
    }

    private func views(_ visit: Visit) -> HTML {
        var (list, map) = (filter, filter)
        (list.isMap, map.isMap) = (false, true)
        let views = [(list, "list", visit.t("List")), (map, "map", visit.t("Map"))]
        return """
            <nav class="orders" aria-label="\(visit.t("Show as"))"><ul>\(each: views, { view in
                """
                <li><a href="\(visit.link(view.0.address(Self.path)))"\(attribute: "aria-current", view.0.isMap == filter.isMap ? "true" : nil)>\(visit.icon(view.1))\(view.2)</a></li>
                """
            })</ul></nav>
            """
    }

    private func name(of order: VacancySearch.Order, _ visit: Visit) -> String {
        switch order {
        case .fit: filter.question.words.isEmpty ? visit.t("Little Dutch first") : visit.t("Best fit")
        case .newest: visit.t("Newest")
        case .distance: visit.t("Nearest")
        }
    }

    private func corrections(_ visit: Visit) -> HTML {
        let t = visit.t
        var lines: [HTML] = found.corrections.map { correction in
            correction.isTranslation
                ? "\(t("Translated: “{typed}” as “{meant}”.", ["typed": correction.typed, "meant": correction.meant]))"
                : "\(t("Nothing says “{typed}”. We looked for “{meant}”.", ["typed": correction.typed, "meant": correction.meant]))"
        }
        if !lines.isEmpty {
            var literal = filter
            literal.isLiteral = true
            lines.append(
                "<a href=\"\(visit.link(literal.address(Self.path)))\">\(t("Look for “{words}” all the same", ["words": filter.question.words]))</a>"
            )
        }
        // Our texts are Dutch: that no vacancy says an English word is no news.
        if !found.kin.isEmpty, found.cards.total > 0, visit.language != .en {
            lines.append(
                "\(t("No vacancy says “{words}”. These come close.", ["words": found.kin.joined(separator: ", ")]))")
        }
        if !found.denied.isEmpty {
            lines.append("\(t("What says “{words}” comes last.", ["words": found.denied.joined(separator: ", ")]))")
        }
        let glad = found.understood.parts.compactMap { part in
            if case .answer = part.wish { visit.name(of: part.wish) } else { nil }
        }
        if !glad.isEmpty, found.cards.total > 0 {
            lines.append("\(t("First comes what says: {list}.", ["list": glad.joined(separator: ", ")]))")
        }
        if found.isAtOtherTimes {
            lines.append("\(t("There is nothing of the kind at that time. This is at another time."))")
        }
        if let far = found.widenedTo {
            lines.append(
                "\(t("There is nothing of the kind within {near} km. This is within {far} km.", ["near": String(VacancyQuestion.standardDistance), "far": String(far)]))"
            )
        }
        if found.isRelaxed { lines.append("\(t("No vacancy has all these words. These have some of them."))") }
        return """
            \(misread(visit))\(if: !lines.isEmpty, "<p class=\"meant\">\(each: lines, { "\($0) " })</p>")
            """
    }

    /// What was asked and nobody understands, where people look: on a phone the filters are closed.
    private func misread(_ visit: Visit) -> HTML {
        let (t, place) = (visit.t, filter.question.place)
        var lines: [HTML] = []
        if !place.isEmpty, filter.found == nil {
            let guess = visit.services.finder.places.guess(place, country: visit.centre.country)
            lines.append("\(t("We do not know the place “{place}”.", ["place": place]))")
            lines.append(
                guess.map {
                    "<a href=\"\(visit.link(filter.at($0, visit).address(Self.path)))\">\(t("Do you mean {place}?", ["place": $0]))</a>"
                } ?? "\(t("Fill in a postcode or the name of a place."))")
        }
        if filter.found != nil { lines += namesakes(place, visit) }
        if filter.question.saysNothing {
            lines.append("\(t("There is no word in “{words}” to search for.", ["words": filter.question.words]))")
        }
        if filter.unread["leeftijd"] != nil { lines.append("\(t("We cannot read the age that you filled in."))") }
        if filter.unread["samen"] != nil { lines.append("\(t("We cannot read with how many you are."))") }
        let gone = filter.gone(visit)
        if !gone.isEmpty {
            lines.append("\(t("We do not have {places} any more.", ["places": gone.joined(separator: ", ")]))")
        }
        guard !lines.isEmpty else { return .empty }
        return visit.notice(.warning, "\(each: lines, { "\($0) " })")
    }

    /// Other towns of the name that somebody typed, each a link.
    private func namesakes(_ place: String, _ visit: Visit) -> [HTML] {
        let others = visit.services.finder.places.namesakes(
            place, country: visit.centre.country, near: visit.centre.municipalities)
        guard !others.isEmpty, let found = filter.found else { return [] }
        let links = others.map { other -> HTML in
            "<a href=\"\(visit.link(filter.at(other, visit).address(Self.path)))\">\(other)</a>"
        }
        return [
            "\(visit.t("There is more than one {place}. This is the one in {municipality}. Or do you mean:", ["place": place, "municipality": found.municipality == found.name ? found.province : found.municipality]))",
            "\(each: links.dropLast(), { "\($0), " })\(links.last ?? .empty)?",
        ]
    }

    private func chips(_ visit: Visit) -> HTML {
        let understood = found.understood.parts.map { (name: visit.name(of: $0.wish), rest: filter.asking($0.without)) }
        let parts = understood + filter.parts(visit).map { (name: $0.name, rest: filter.without($0.part)) }
        guard !parts.isEmpty else { return .empty }
        return """
            <ul class="chips">\(each: parts, { chosen in
                """
                <li><a href="\(visit.link(chosen.rest.address(Self.path)))">\(chosen.name) \(visit.icon("x-lg"))\
                <span class="visually-hidden">\(visit.t("remove"))</span></a></li>
                """
            })</ul>
            """
    }
}

/// Nothing was found: what to leave out to find something, and who knows what there is.
private struct NothingFound {
    let filter: VacancyFilter
    let found: FoundVacancies
    let withoutWords: Int

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let searched = !filter.isEmpty
        let ways = ways(visit)
        return """
            <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160">
            <h2>\(searched ? t("Nothing found this time") : t("There are no vacancies yet"))</h2>
            \(if: !ways.isEmpty, list(ways, visit), else: "<p>\(searched ? (visit.language == .en ? t("Try another English word or a Dutch one, or look at all vacancies. Or ask us: we know what there is.") : t("Try one shorter word, or look at all vacancies. Or ask us: we know what there is.")) : t("Come back soon, or ask us what there is to do."))</p>")
            <p class="actions">\(if: searched, "<a class=\"btn\" href=\"\(visit.link(VacancyListPage.path))\">\(t("All vacancies"))</a>")<a class="btn plain" href="\(visit.link(WishesPage.path))">\(t("What suits you?"))</a> \(visit.mailLink) \(visit.phoneLink)</p></div>
            """
    }

    private func ways(_ visit: Visit) -> [(part: VacancyFilter.Part, name: String, total: Int)] {
        var ways = found.without.map { without -> (VacancyFilter.Part, String, Int) in
            guard let list = without.list else {
                if filter.question.mapArea != nil { return (.mapArea, visit.t("In this area"), without.total) }
                return (
                    .place,
                    filter.question.place.isEmpty
                        ? (filter.question.municipalities + filter.question.neighbourhoods).joined(separator: ", ")
                        : filter.circleName(visit),
                    without.total
                )
            }
            return (.list(list), visit.labels(list, filter.question.chosen[list] ?? []), without.total)
        }
        if withoutWords > 0 {
            ways.append((.words, visit.t("“{words}”", ["words": filter.question.words]), withoutWords))
        }
        return ways
    }

    private func list(_ ways: [(part: VacancyFilter.Part, name: String, total: Int)], _ visit: Visit) -> HTML {
        """
        <p>\(visit.t("You do find something when you leave out one of these:"))</p>
        <ul class="relax">\(each: ways, { way in
            """
            <li><a href="\(visit.link(filter.without(way.part).address(VacancyListPage.path)))">\(way.name)</a> \
            <small>\(visit.t("{count} vacancy", "{count} vacancies", count: way.total))</small></li>
            """
        })</ul>
        """
    }
}
