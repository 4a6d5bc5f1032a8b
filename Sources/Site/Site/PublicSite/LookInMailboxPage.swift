import HTML
import Localisation
import SiteKit

/// *Kijk in je mailbox*: the same words for everybody, so that nobody learns who is known here.
struct LookInMailboxPage {
    enum Asked { case account, password }
    let asked: Asked

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let lead =
            switch asked {
            case .account:
                t("Within a few minutes you receive a mail with a button. Click on it and your account is ready.")
            case .password: t("Is this address known here? Then you receive a mail with a link within a few minutes.")
            }
        return PublicLayout(title: t("Look in your mailbox"), visit: visit).html(
            """
            <div class="wrap slim page message"><img src="\(visit.asset("illustrations/mail.svg"))" alt="" width="240" height="160">
            <h1>\(t("Look in your mailbox"))</h1>
            <p class="lead">\(lead)</p>
            <p>\(t("Nothing received? Look in the folder for unwanted mail. After three minutes you can ask once more. Or mail us:")) \(visit.mailLink)</p></div>
            """)
    }
}
