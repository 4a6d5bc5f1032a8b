import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// How to go on with somebody who has no account: it happens outside, so what was done is noted here.
struct GuestPanel {
    let application: Application
    let acts: Set<ApplicationAct>

    private var path: String { "/beheer/reacties/\(application.id)" }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("How to go on"))</h2>\(if: acts.contains(.followUp), "<p>\(reach(t))</p>")
            \(if: acts.contains(.followUp), steps(visit))
            \(if: acts.contains(.takeUp), takeUp(visit))
            \(if: acts.contains(.followUp), link(visit))</section>
            """
    }

    private func reach(_ t: Localiser) -> String {
        switch (application.email.isEmpty, application.phone.isEmpty) {
        case (false, false): t("This person has no account. Call or mail directly: the data stand beside this.")
        case (true, false): t("This person left a telephone number only. Call: the number stands beside this.")
        case (false, true): t("This person left an e-mail address only. Mail directly: it stands beside this.")
        case (true, true): t("Nothing is noted of how you can reach this person.")
        }
    }

    private func steps(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form method="post" action="\(visit.action(path + "/stap"))" data-once><fieldset><legend>\(t("Note what you did, so that colleagues see it"))</legend>
            <div class="actions">\(each: Application.FollowUp.byHand, { step in
                "<button class=\"btn small plain\" name=\"stap\" value=\"\(step.rawValue)\"\(attribute: "aria-pressed", step == application.followUp ? "true" : nil)>\(if: step == application.followUp, visit.icon("check-lg"))\(visit.word(step))</button>"
            })</div></fieldset></form>
            """
    }

    private func takeUp(_ visit: Visit) -> HTML {
        """
        <form method="post" action="\(visit.action(path + "/oppakken"))" data-once><button class="btn plain">\(visit.t("Go on with this person after all"))</button></form>
        """
    }

    /// A match needs her consent.
    private func link(_ visit: Visit) -> HTML {
        let t = visit.t
        guard acts.contains(.sendLink) else {
            return """
                <p>\(t("Recording a match needs this person's agreement by mail, and for that an e-mail address. Ask for it when you go on together."))</p>
                """
        }
        return """
            <p>\(t("You can record a match once this person agrees. A mail asks for it; one button is the answer."))</p>
            <form method="post" action="\(visit.action(path + "/link"))" data-once><button class="btn plain">\(visit.icon("envelope"))\(t("Ask {name} by mail", ["name": application.name]))</button></form>
            """
    }
}
