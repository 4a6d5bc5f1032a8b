import HTML
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// She has gone; the door stays open.
struct GoodbyePage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Goodbye, and thank you"), visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160">
            <h1>\(t("Goodbye, and thank you"))</h1><p class="lead">\(t("Your account has been erased. You are always welcome again."))</p>
            <p class="actions"><a class="btn" href="\(visit.link("/"))">\(t("To the home page"))</a></p></div>
            """)
    }
}
