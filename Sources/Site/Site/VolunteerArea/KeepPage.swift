import HTML
import Localisation
import SiteKit
import Web

/// Asks whether something is to be kept that somebody chose before she was known here: what it is stands beside the button.
struct KeepPage {
    let what: String
    /// Where the button sends `fields`.
    let path: String
    let fields: [(String, String)]
    /// Where it can be looked at.
    let back: String

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return PublicLayout(title: t("Shall we keep it now?"), visit: visit, scripts: ["once"]).html(
            """
            <div class="wrap slim page message"><h1>\(t("Shall we keep it now?"))</h1>
            <p class="lead"\(visit.theirs)>\(what)</p>
            <form method="post" action="\(visit.action(path))" data-once>
            \(each: fields, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" })
            <p class="actions"><button class="btn">\(t("Yes, keep it"))</button>\
            <a class="btn plain" href="\(visit.link(back))">\(t("No, only look"))</a></p></form></div>
            """)
    }
}
