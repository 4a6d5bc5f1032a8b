import HTML
import Localisation
import SiteKit
import Time
import VolunteerCentre
import Web

/// *Mijn profiel*: what is known, who sees what of it, and who looked.
struct ProfilePage {
    let volunteer: Volunteer
    let views: [VolunteerQueries.View]
    let form: FormFields

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return OwnWork(
            title: t("My profile"), current: "/mijn/profiel", visit: visit, scripts: ["once", "leave", "counter"],
            form: form
        ).html(
            """
            \(if: visit.said() == SavedNotice.saved, visit.notice(.success, "\(t("Your profile has been saved."))", title: t("Saved")))
            <div class="beside"><form method="post" action="\(visit.action("/mijn/profiel"))" novalidate data-once data-guard>
            \(SeenFields(Self.data(volunteer)).field)\(form.requiredNote)
            <fieldset class="block"><legend>\(t("Who you are"))</legend>
            \(form.input("naam", t("Name"), required: true, autocomplete: "name", max: 100))
            \(form.input("telefoon", t("Telephone"), kind: .tel, autocomplete: "tel"))
            \(form.input("plaats", t("Place of residence"), autocomplete: "address-level2", max: 80))
            \(form.area("over", t("Something about you"), help: t("For example what you like, and what you are good at. Write nothing about your health."), rows: 5, max: 1000))
            </fieldset>
            <fieldset class="block"><legend>\(t("What organisations may see"))</legend>
            <p class="help">\(t("Only organisations that you respond to see anything. They always see your name and your e-mail address."))</p>
            \(form.tick("deel-telefoon", "\(t("My telephone number"))"))
            \(form.tick("deel-plaats", "\(t("My place of residence"))"))
            \(form.tick("deel-over", "\(t("What I wrote about myself"))"))
            </fieldset>
            <fieldset class="block"><legend>\(t("A pause"))</legend>
            \(form.input("pauze", t("Leave me in peace up to and including"), kind: .date, help: t("Up to and including that day you get no mails about new vacancies, and nobody finds you in the candidate pool. Your responses and matches simply go on."), width: "short"))
            </fieldset>
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div></form>
            <aside class="panel"><h2>\(t("Who looked at your profile"))</h2>
            \(if: views.isEmpty, "<p>\(t("Nobody yet."))</p>", else: "<ul class=\"plain\">\(each: views, { "<li><span><span\(visit.theirs)>\($0.organisation)</span>, \(t.date($0.day))</span></li>" })</ul>")
            </aside></div>
            """)
    }

    static func data(_ volunteer: Volunteer) -> FormData {
        FormData(pairs: [
            ("naam", volunteer.name), ("telefoon", volunteer.phone), ("plaats", volunteer.place),
            ("over", volunteer.about), ("pauze", volunteer.pausedUntil?.iso ?? ""),
            ("deel-telefoon", volunteer.sharing.phone ? "1" : ""),
            ("deel-plaats", volunteer.sharing.place ? "1" : ""), ("deel-over", volunteer.sharing.about ? "1" : ""),
        ])
    }
}

extension Address where Said == SavedNotice {
    static var profile: Address { Address("/mijn/profiel") }
}
