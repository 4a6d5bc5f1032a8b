import HTML
import Localisation
import SiteKit
import Web

/// Passing a page on: by what the telephone has, by WhatsApp or mail. Links, no button of another company.
struct PassOn {
    let title: String
    /// On the centre's own website.
    let address: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let mail = Query.address("mailto:", [("subject", title), ("body", address)])
        let message = Query.address("https://wa.me/", [("text", title + "\n" + address)])
        return """
            <button class="btn small plain" type="button" data-share="\(address)" data-title="\(title)" hidden>\(visit.icon("share"))\(t("Share"))</button>\
            \(optional: WebAddress(message), { "<a class=\"btn small plain\" href=\"\($0)\" rel=\"noreferrer\">\(visit.icon("whatsapp"))WhatsApp</a>" })
            \(optional: WebAddress(mail), { "<a class=\"btn small plain\" href=\"\($0)\">\(visit.icon("envelope"))\(t("Mail"))</a>" })
            """
    }
}
