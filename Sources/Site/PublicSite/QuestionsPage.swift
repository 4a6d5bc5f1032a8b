import HTML
import Localisation
import VolunteerCentre

/// *FAQ*, for volunteers and for organisations, with the way to a person below.
struct QuestionsPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let questions = visit.services.questions
        return PublicLayout(title: t("Frequently asked questions"), visit: visit, current: "/faq").html(
            """
            <div class="wrap narrow page">
            <header class="page-head"><div><h1>\(t("Frequently asked questions"))</h1></div></header>
            <p><a class="btn plain" href="\(visit.link("/handleiding"))">\(visit.icon("file-earmark-text"))\(t("Manual for organisations"))</a></p>
            <h2>\(t("For volunteers"))</h2>\(list(questions.forVolunteers, visit))
            <h2>\(t("For organisations"))</h2>\(list(questions.forOrganisations, visit))
            <section class="panel"><h2>\(t("Is your answer not here?"))</h2>
            <p>\(t("Mail or call us. Please mention your place of residence in your mail."))</p>
            <ul class="plain"><li>\(visit.icon("envelope"))\(visit.mailLink)</li><li>\(visit.icon("telephone"))\(visit.phoneLink)</li></ul></section>
            </div>
            """)
    }

    private func list(_ entries: [Questions.Entry], _ visit: Visit) -> HTML {
        let items = entries.map { entry -> HTML in
            """
            <details class="faq"><summary><h3>\(entry.question(visit.language))</h3></summary>\
            <div class="prose">\(visit.prose(entry.answer(visit.language)))</div></details>
            """
        }
        return "\(items)"
    }
}
