import HTML
import HTTPTypes
import Hummingbird
import Localisation
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Vacatures delen*: with which centres vacancies are shared. Administrators only.
enum SharingRoutes {
    static func add(to area: RouterGroup<StaffContext>) {
        area.get("/instellingen/buren") { _, context in
            let visit = try context.administrator
            let offers = try await context.read { work in try SharingOffer.list(of: work.centre.id, work.tx) }
            return visit.page(SharingPage(offers: offers).html(visit))
        }
        area.post("/instellingen/buren", use: save)
    }

    @Sendable static func save(_ request: Request, _ context: StaffContext) async throws -> Reply {
        let visit = try context.administrator
        let chosen = Set(
            try await request.form().all("centrum").prefix(500).compactMap { Int64($0) }.map { ID<Centre>($0) })
        try await context.carryOut { work in try ChangeSharing.run(with: chosen, in: work) }
        return visit.redirect(.sharing, saying: .saved)
    }
}

/// The other centres, and how it stands between us.
struct SharingPage {
    let offers: [SharingOffer]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return SettingsTab.sharing.html(
            visit,
            lead: t(
                "People who live near the border also look across it. Show each other's vacancies, marked with the name of the centre they belong to."
            ), notice: SettingsTab.sharing.saved(SavedNotice.saved, visit), scripts: ["once"],
            """
            \(if: offers.isEmpty, "<div class=\"empty\"><h2>\(t("There is no other centre here yet"))</h2><p>\(t("As soon as another centre uses this installation, you can choose to share with it."))</p></div>", else: form(SettingsTab.sharing.path, visit))
            """)
    }

    private func form(_ path: String, _ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="measure" method="post" action="\(visit.action(path))" data-once>
            <fieldset class="block"><legend>\(t("Show vacancies of, and to"))</legend>
            <p class="help">\(t("It begins when the other centre chooses you too, and ends as soon as one of you stops. Who responds does so at the centre of the vacancy, by its rules."))</p>
            <div class="options rows">\(each: offers, { option($0, visit) })</div></fieldset>
            <div class="form-foot"><button class="btn">\(t("Save changes"))</button></div></form>
            """
    }

    private func option(_ offer: SharingOffer, _ visit: Visit) -> HTML {
        """
        <label class="option"><input type="checkbox" name="centrum" value="\(offer.centre.number)"\(attribute: "checked", if: offer.weOffer)>\
        <span>\(offer.name) <small>\(state(offer, visit.t))</small></span></label>
        """
    }

    private func state(_ offer: SharingOffer, _ t: Localiser) -> String {
        switch (offer.weOffer, offer.theyOffer) {
        case (true, true): t("You show each other's vacancies")
        case (true, false): t("Waits until they choose you too")
        case (false, true): t("They would like to share with you")
        case (false, false): ""
        }
    }
}

extension Address where Said == SavedNotice {
    static var sharing: Address { Address("/centrum/instellingen/buren") }
}

extension SettingsTab {
    static let sharing = SettingsTab("/centrum/instellingen/buren", l10n("Share with neighbours"), SharingRoutes.add)
}
