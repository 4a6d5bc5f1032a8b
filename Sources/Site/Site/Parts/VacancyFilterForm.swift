import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// The filters of the vacancy board: beside each answer how many vacancies it would give.
struct VacancyFilterForm {
    let filter: VacancyFilter
    let found: FoundVacancies

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <details class="filter-panel"><summary class="btn plain">\(visit.icon("sliders"))\(t("Filters"))\
            <span data-part="chosen">\(if: !filter.narrowing.isEmpty, " (\(filter.narrowing.count))")</span></summary>
            <form class="filters" action="\(visit.link(VacancyListPage.path))" aria-label="\(t("Filters"))" data-filters>
            \(if: !filter.question.words.isEmpty, "<input type=\"hidden\" name=\"q\" value=\"\(filter.question.words)\">")
            \(each: filter.shown, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
            \(optional: filter.question.mapArea, { "<input type=\"hidden\" name=\"gebied\" value=\"\(VacancyFilter.text(of: $0))\">" })
            \(list(t("Interests"), .interest, visit))
            \(place(visit))
            \(list(t("How often"), .engagement, visit))
            \(list(t("Days"), .day, visit))
            \(list(t("When"), .daypart, visit))
            \(list(t("What you do"), .activity, visit))
            \(list(t("For whom"), .target, visit))
            \(list(t("What you get"), .support, visit))
            \(list(t("How much Dutch you need"), .languageLevel, visit))
            \(list(t("In another language too"), .language, visit))
            \(more(visit))
            <p class="show"><button class="btn"><span data-part="show" data-offline="\(t("No connection. We try again in a moment."))">\(t("Show {count} vacancy", "Show {count} vacancies", count: found.cards.total))</span></button></p></form></details>
            """
    }

    private func list(_ title: String, _ list: Taxonomy.List, _ visit: Visit) -> HTML {
        let chosen = filter.question.chosen[list] ?? []
        let known = visit.services.filterOptions.of(list, visit.language)
        var options = HTML.empty
        options.reserveCapacity(known.count * 220)
        for (option, count) in zip(known, found.counts(list)) {
            option.write(count, isChosen: chosen.contains(option.slug), to: &options)
        }
        return """
            <details\(attribute: "open", if: !chosen.isEmpty)><summary>\(title)</summary><div class="options rows">\(options)</div></details>
            """
    }

    private func more(_ visit: Visit) -> HTML {
        let (t, question) = (visit.t, filter.question)
        let (age, size) = (filter.typed("leeftijd", question.age), filter.typed("samen", question.groupSize))
        let isOpen = age != nil || size != nil || question.isNew || question.beginsSoon
        return """
            <details\(attribute: "open", if: isOpen)><summary>\(t("More filters"))</summary>
            <div class="options rows"><label class="option"><input type="checkbox" name="nieuw" value="1"\(attribute: "checked", if: question.isNew)><span>\(t("Placed this week"))</span></label>
            <label class="option"><input type="checkbox" name="begint" value="snel"\(attribute: "checked", if: question.beginsSoon)><span>\(t("Begins within a month, or when it suits you"))</span></label></div>
            \(number("leeftijd", t("Your age"), t("Then we leave out what you are too young for."), 1, 120, age, visit))
            \(number("samen", t("With how many are you?"), t("Then you see what you can do together: with your family, friends, class or colleagues."), 2, 200, size, visit))</details>
            """
    }

    /// A text field with a keyboard of digits: a field for numbers turns with the wheel and hides what it cannot read.
    private func number(
        _ name: String, _ label: String, _ help: String, _ low: Int, _ high: Int, _ value: String?, _ visit: Visit
    ) -> HTML {
        let isWrong = filter.unread[name] != nil
        return """
            <div class="field\(if: isWrong, " wrong")"><label for="\(name)">\(label)</label><p class="help" id="\(name)-help">\(help)</p>
            \(if: isWrong, "<p class=\"error\" id=\"\(name)-fout\">\(visit.t("Fill in a number from {low} to {high}.", ["low": String(low), "high": String(high)]))</p>")
            <input id="\(name)" name="\(name)" inputmode="numeric" maxlength="20" aria-describedby="\(isWrong ? "\(name)-fout" : "\(name)-help")"\(attribute: "aria-invalid", isWrong ? "true" : nil)\(attribute: "value", value)></div>
            """
    }

    private func place(_ visit: Visit) -> HTML {
        let t = visit.t
        let isOpen =
            !filter.question.place.isEmpty || filter.question.addsFromHome || !filter.question.municipalities.isEmpty
            || !filter.question.neighbourhoods.isEmpty
        let isUnknown = !filter.question.place.isEmpty && filter.found == nil
        return """
            <details\(attribute: "open", if: isOpen)><summary>\(t("Place"))</summary>
            <div class="field\(if: isUnknown, " wrong")"><label for="plaats">\(t("Postcode or place"))</label>
            \(if: isUnknown, "<p class=\"error\" id=\"plaats-fout\">\(t("We do not know this place. Fill in a postcode or the name of a place."))</p>")
            <input id="plaats" name="plaats" value="\(filter.question.place)" maxlength="80" autocomplete="postal-code" dir="auto"\
            \(attribute: "aria-describedby", isUnknown ? "plaats-fout" : nil)\(attribute: "aria-invalid", isUnknown ? "true" : nil)></div>
            <div class="field"><label for="afstand">\(t("At most this far"))</label>
            <select id="afstand" name="afstand">\(visit.services.filterOptions.distances(visit.language, chosen: filter.question.distance))</select></div>
            \(if: visit.centre.municipalities.count > 1, "\(narrow("gemeenten", t("Look for a municipality"), visit.centre.municipalities.count))<div class=\"options rows many\" id=\"gemeenten\">\(each: visit.centre.municipalities, { option("gemeente", $0, found.count(municipality: $0), filter.question.municipalities) })</div>")
            \(if: !visit.centre.neighbourhoods.isEmpty, neighbourhoods(visit))
            <div class="options rows"><label class="option"><input type="checkbox" name="thuis" value="1"\(attribute: "checked", if: filter.question.addsFromHome)>\
            <span>\(t("Also what you can do from home"))</span></label></div></details>
            """
    }

    /// A city has dozens: they scroll in a box of their own.
    private func neighbourhoods(_ visit: Visit) -> HTML {
        let chosen = filter.question.neighbourhoods
        return """
            <fieldset class="field"><legend>\(visit.t("Neighbourhoods"))</legend>\(narrow("buurten", visit.t("Look for a neighbourhood"), visit.centre.neighbourhoods.count))<div class="options rows many" id="buurten">\(each: visit.centre.neighbourhoods, { option("buurt", $0, found.count(neighbourhood: $0, in: visit.centre), chosen) })</div></fieldset>
            """
    }

    /// Above a long list: a field that hides what does not hold the letters. Without script the list scrolls.
    private func narrow(_ list: String, _ label: String, _ count: Int) -> HTML {
        guard count > Self.long else { return .empty }
        return """
            <input type="search" data-narrow="\(list)" aria-label="\(label)" placeholder="\(label)" autocomplete="off" hidden>
            """
    }

    private static let long = 12

    private func option(_ field: String, _ name: String, _ count: Int, _ chosen: [String]) -> HTML {
        """
        <label class="option\(if: count == 0, " none")"><input type="checkbox" name="\(field)" value="\(name)"\
        \(attribute: "checked", if: chosen.contains(name))><span>\(name)</span> <small class="tally">\(count)</small></label>
        """
    }
}
