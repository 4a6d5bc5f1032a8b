import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// Matches in a table: who, at which vacancy, from when.
struct MatchTable {
    let matches: [Match]
    var vacancyFirst = false

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let heads = vacancyFirst ? [t("Vacancy"), t("Volunteer")] : [t("Volunteer"), t("Vacancy")]
        return """
            <table class="list"><caption class="visually-hidden">\(t("Matches"))</caption>
            <thead><tr>\(each: heads, { "<th scope=\"col\">\($0)</th>" })<th scope="col">\(t("Period"))</th><th scope="col">\(t("State"))</th>\
            <th scope="col"><span class="visually-hidden">\(t("Actions"))</span></th></tr></thead>
            <tbody>\(each: matches, { match in
                let names = vacancyFirst ? [match.vacancyTitle, match.volunteerName] : [match.volunteerName, match.vacancyTitle]
                return """
                    <tr><th scope="row" id="m\(match.id.number)"\(visit.theirs)>\(names[0])</th>
                    <td data-label="\(heads[1])"\(visit.theirs)>\(names[1])</td>
                    <td data-label="\(t("Period"))">\(visit.period(match))</td>
                    <td data-label="\(t("State"))">\(visit.word(match.state))</td>
                    <td class="row-actions"><a class="btn small plain" href="\(visit.link("/beheer/reacties/\(match.application)"))" aria-describedby="m\(match.id.number)">\(t("Details"))</a></td></tr>
                    """
            })</tbody></table>
            """
    }
}
