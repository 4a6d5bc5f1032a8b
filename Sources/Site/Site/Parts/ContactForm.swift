import HTML
import Localisation
import SiteKit
import VolunteerCentre
import Web

/// What stands on somebody's hat at an organisation: asked in the organisation's own area and in the centre's.
struct ContactForm {
    let member: OrganisationQueries.Member
    /// Whether the address is asked too; people change their own themselves, with their password.
    let asksEmail: Bool
    let form: FormFields

    static func data(_ member: OrganisationQueries.Member, asksEmail: Bool) -> FormData {
        FormData(
            pairs: [("naam", member.account.name), ("functie", member.position), ("telefoon", member.phone)]
                + (asksEmail ? [("email", member.account.email)] : []))
    }

    static func read(_ reader: inout FormReader) -> ChangeMembers.Contact {
        let t = reader.t
        return ChangeMembers.Contact(
            name: reader.name("naam", missing: t("Fill in the name.")),
            position: reader.line("functie", max: 100), phone: reader.phone("telefoon"))
    }

    func html(_ visit: Visit, path: String) -> HTML {
        let t = visit.t
        return """
            <form class="panel measure" method="post" action="\(visit.action(path))" novalidate data-once>
            \(SeenFields(Self.data(member, asksEmail: asksEmail)).field)\(form.requiredNote)
            \(form.input("naam", t("Name"), required: true, max: 100))
            \(form.input("functie", t("Position"), max: 100))
            \(form.input("telefoon", t("Telephone"), kind: .tel))
            \(if: asksEmail, form.input("email", t("E-mail address"), kind: .email, required: true, help: member.account.hasPassword ? t("The new address gets a mail with a button. Until it is pressed the old one counts.") : t("Nobody has set a password with this address yet: the new one counts at once.")), else: address(visit))
            <div class="form-foot"><button class="btn">\(t("Save"))</button></div></form>
            """
    }

    private func address(_ visit: Visit) -> HTML {
        let t = visit.t
        let isOwn = member.account.id == visit.session?.account
        return """
            <p class="field"><strong>\(t("E-mail address"))</strong><br>\(member.account.email)\(if: isOwn, " <a href='\(visit.link("/account/adres"))'>\(t("Change e-mail address"))</a>")</p>
            """
    }
}
