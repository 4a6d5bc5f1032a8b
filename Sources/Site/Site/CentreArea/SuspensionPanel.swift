import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// The emergency stop of an organisation, and its way back.
struct SuspensionPanel {
    let organisation: Organisation
    let form: FormFields

    private var path: String { "/centrum/organisaties/\(organisation.id)" }

    var suspend: HTML {
        let t = form.visit.t
        return """
            <details class="panel"\(attribute: "open", if: form.errors["reden-opschorten"] != nil)><summary>\(t("Suspend"))</summary>
            <form method="post" action="\(form.visit.action(path + "/opschorten"))" novalidate data-once data-guard>
            <p>\(t("The organisation and all its vacancies leave the website at once. Nothing is lost, and you can put it back."))</p>
            \(form.area("reden-opschorten", t("Reason"), required: true, help: t("The organisation reads this text in a mail."), rows: 4, max: 2000))
            <button class="btn danger">\(t("Suspend and send mail"))</button></form></details>
            """
    }

    var restore: HTML {
        let t = form.visit.t
        return """
            <form class="panel" method="post" action="\(form.visit.action(path + "/herstellen"))" data-once><h2>\(t("Suspended"))</h2>
            <p>\(t("Is it solved? Then its vacancies are on the website again as they were."))</p>
            <button class="btn green">\(form.visit.icon("arrow-counterclockwise"))\(t("Put back"))</button></form>
            """
    }
}
