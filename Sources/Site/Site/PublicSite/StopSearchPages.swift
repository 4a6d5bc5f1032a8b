import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// *Geen mails meer hierover*: which searches, and one button.
struct StopSearchPage {
    let searches: [SavedSearch]
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let names = searches.map { $0.question.map { VacancyFilter($0, visit).name(visit) } ?? t("What suits me") }
        return PublicLayout(title: t("No more mails about this"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("No more mails about this"))</h1>
            \(each: names, { "<p class=\"lead\">\($0)</p>" })
            <p>\(t("What you keep stays with your account. Only the mails stop."))</p>
            <form method="post" action="\(visit.action("/actie/" + token))" data-once><button class="btn big">\(t("Stop these mails"))</button></form></div>
            """)
    }
}

/// The mails have stopped.
struct SearchStoppedPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("We mail you no more about this"), visit: visit).html(
            """
            <div class="wrap slim page message"><h1>\(t("We mail you no more about this"))</h1>
            <p class="lead">\(t("Would you like the mails again? Then choose so under “My volunteer work”, Kept."))</p>
            <p class="actions"><a class="btn" href="\(visit.link("/vacatures"))">\(t("View the vacancies"))</a></p></div>
            """)
    }
}
