import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// *Klopt dit nog?* by the link in the mail: the questions, or what was done with the answers.
struct ConfirmByLinkPage {
    let content: HTML
    var isDone = false

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = isDone ? t("Thank you for your answer") : t("Is this still right?")
        return PublicLayout(title: title, visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page"><h1>\(title)</h1>\(content)
            \(if: isDone, "<p class=\"actions\"><a class=\"btn\" href=\"\(visit.link("/beheer"))\">\(t("To the management area"))</a></p>")</div>
            """)
    }
}
