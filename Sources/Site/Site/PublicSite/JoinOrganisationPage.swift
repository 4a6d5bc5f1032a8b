import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// *Antwoord op de uitnodiging* of an organisation: who asks, and one button. No answer is a no.
struct JoinOrganisationPage {
    let invitation: MemberInvitation
    let token: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let title = t("{organisation} asks you to join in", ["organisation": invitation.organisationName])
        return PublicLayout(title: title, visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(title)</h1>
            \(question(visit))</div>
            """)
    }

    private func question(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <p class="lead">\(t("If you say yes, you can place vacancies of {organisation} and answer people.", ["organisation": invitation.organisationName]))</p>
            <p>\(t("You log in with {email}. The people of the organisation then see your name and this address.", ["email": invitation.email]))</p>
            <form method="post" action="\(visit.action("/actie/" + token))" data-once><button class="btn big">\(visit.icon("check-lg"))\(t("Yes, I join in"))</button></form>
            <p class="muted">\(t("Do you not know this organisation? Then close this page: nothing happens."))</p>
            """
    }
}
