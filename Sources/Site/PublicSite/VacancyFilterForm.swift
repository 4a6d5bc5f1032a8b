import HTML
import Localisation
import VolunteerCentre

/// The filters of the vacancy board: beside each answer how many vacancies it would give.
struct VacancyFilterForm {
    let filter: VacancyFilter
    let found: FoundVacancies

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <details class="filter-panel"><summary class="btn plain">\(visit.icon("sliders"))\(t("Filters"))\
            \(if: !filter.narrowing.isEmpty, " (\(filter.narrowing.count))")</summary>
            <form class="filters" action="\(visit.link(VacancyListPage.path))" aria-label="\(t("Filters"))" data-filters>
            \(if: !filter.words.isEmpty, "<input type=\"hidden\" name=\"q\" value=\"\(filter.words)\">")
            \(optional: filter.sort, { "<input type=\"hidden\" name=\"sort\" value=\"\(VacancyFilter.name(of: $0))\">" })
            \(list("interesse", t("Interests"), .interest, visit))
            \(place(visit))
            \(list("inzet", t("How often"), .engagement, visit))
            \(list("dagdeel", t("When"), .daypart, visit))
            \(list("activiteit", t("What you do"), .activity, visit))
            \(list("doelgroep", t("For whom"), .target, visit))
            \(list("aanbod", t("What you get"), .support, visit))
            \(list("taal", t("How much Dutch you need"), .languageLevel, visit))
            <button class="btn plain">\(t("Show vacancies"))</button></form></details>
            """
    }

    private func list(_ name: String, _ title: String, _ list: Taxonomy.List, _ visit: Visit) -> HTML {
        let counts = found.counts[list] ?? [:]
        return fold(
            title, name,
            visit.services.taxonomy.entries(list).map { ($0.slug, $0.label(visit.language), counts[$0.slug] ?? 0) },
            filter.chosen[list] ?? [])
    }

    private func fold(
        _ title: String, _ name: String, _ entries: [(value: String, label: String, count: Int)], _ chosen: [String]
    ) -> HTML {
        """
        <details\(attribute: "open", if: !chosen.isEmpty)><summary>\(title)</summary>\(options(name, entries, chosen))</details>
        """
    }

    private func options(
        _ name: String, _ entries: [(value: String, label: String, count: Int)], _ chosen: [String]
    ) -> HTML {
        """
        <div class="options rows">\(each: entries, { entry in
            """
            <label class="option\(if: entry.count == 0, " none")"><input type="checkbox" name="\(name)" value="\(entry.value)"\
            \(attribute: "checked", if: chosen.contains(entry.value))><span>\(entry.label)</span> <small class="tally">\(entry.count)</small></label>
            """
        })</div>
        """
    }

    private func place(_ visit: Visit) -> HTML {
        let t = visit.t
        let isOpen = !filter.place.isEmpty || filter.addsFromHome || !filter.municipalities.isEmpty
        let isUnknown = !filter.place.isEmpty && filter.found == nil
        return """
            <details\(attribute: "open", if: isOpen)><summary>\(t("Place"))</summary>
            <div class="field\(if: isUnknown, " wrong")"><label for="plaats">\(t("Postcode or place"))</label>
            \(if: isUnknown, "<p class=\"error\" id=\"plaats-fout\">\(t("We do not know this place. Fill in a postcode or the name of a place."))</p>")
            <input id="plaats" name="plaats" value="\(filter.place)" maxlength="80" autocomplete="postal-code" dir="auto"\
            \(attribute: "aria-describedby", isUnknown ? "plaats-fout" : nil)\(attribute: "aria-invalid", isUnknown ? "true" : nil)></div>
            <div class="field"><label for="afstand">\(t("At most this far"))</label>
            <select id="afstand" name="afstand">\(each: VacancyFilter.distances, { distance in
                "<option value=\"\(distance)\"\(attribute: "selected", if: distance == filter.distance)>\(t("{distance} km", ["distance": String(distance)]))</option>"
            })</select></div>
            \(if: visit.centre.municipalities.count > 1, options("gemeente", visit.centre.municipalities.map { ($0, $0, found.municipalities[$0] ?? 0) }, filter.municipalities))
            <div class="options rows"><label class="option"><input type="checkbox" name="thuis" value="1"\(attribute: "checked", if: filter.addsFromHome)>\
            <span>\(t("Also what you can do from home"))</span></label></div></details>
            """
    }
}
