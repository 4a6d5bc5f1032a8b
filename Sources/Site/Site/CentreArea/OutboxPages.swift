import HTML
import Localisation
import Mail
import SQL
import SiteKit
import VolunteerCentre
import Web

/// *Postvak uit*: the mail of this centre, newest first.
struct OutboxPage {
    let state: MailState?
    let mails: Paged<OutboxMail>
    /// How many could not leave, for no reason of their receiver's.
    let stuck: Int

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let tabs: [(MailState?, String)] = [
            (nil, t("All")), (.waiting, t("Waiting")), (.sent, t("Sent")), (.failed, t("Failed")),
            (.needless, t("Not needed any more")),
        ]
        return AreaLayout.centre(t("Outbox"), visit, current: "/centrum/postvak-uit").html(
            """
            <header class="page-head"><div><h1>\(t("Outbox"))</h1></div>
            <div class="actions"><a class="btn plain" href="\(visit.link("/centrum/postvak-uit/voorbeelden"))">\(visit.icon("eye"))\(t("All kinds of mail"))</a></div></header>
            \(if: !visit.services.sendsMail, visit.notice(.info, "\(t("This installation does not send mail yet. New messages wait here, and you can read them."))"))
            \(if: visit.said() == MailNotice.again, visit.notice(.success, "\(t("We are trying to send the mail again."))"))
            \(if: stuck > 0, stuckNotice(visit))
            \(visit.tabs(t("Outbox"), tabs.map { (address($0), $1) }, current: address(state)))
            \(if: mails.elements.isEmpty, "<div class=\"empty\"><img src=\"\(visit.asset("illustrations/mail.svg"))\" alt=\"\" width=\"240\" height=\"160\"><h2>\(t("No mail here"))</h2></div>", else: table(visit))
            \(visit.pager(mails, path: "/centrum/postvak-uit", query: [("stand", state?.rawValue ?? "")]))
            """)
    }

    private func address(_ state: MailState?) -> String {
        Query.address("/centrum/postvak-uit", state.map { [("stand", $0.rawValue)] } ?? [])
    }

    private func stuckNotice(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.notice(
            .warning,
            """
            <p>\(t("We keep trying. Does it take long? Then ask who looks after your website."))</p>
            <form method="post" action="\(visit.action("/centrum/postvak-uit/opnieuw"))" data-once><button class="btn small plain">\(visit.icon("repeat"))\(t("Try all again"))</button></form>
            """, title: t("{count} mail could not leave.", "{count} mails could not leave.", count: stuck))
    }

    private func table(_ visit: Visit) -> HTML {
        let t = visit.t
        return visit.table(
            mails.elements, t("Outbox"),
            [
                .init(t("Subject")) {
                    "<a href=\"\(visit.link("/centrum/postvak-uit/\($0.id)"))\" dir=\"auto\">\($0.subject)</a>"
                },
                .init(t("To")) { "\($0.toAddress)" }, .init(t("State")) { visit.badge($0.state) },
                .init(t("When")) { visit.when($0.createdAt) },
            ])
    }
}

/// Every kind of mail that went out, as its newest receiver got it.
struct MailExamplesPage {
    let mails: [OutboxMail]

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(t("All kinds of mail"), visit, current: "/centrum/postvak-uit").html(
            """
            \(visit.crumbs(Crumb(t("Outbox"), "/centrum/postvak-uit"), here: t("All kinds of mail")))
            <header class="page-head"><div><h1>\(t("All kinds of mail"))</h1><p class="lead">\(t("Of each kind the newest, with the words that somebody received."))</p></div></header>
            \(if: mails.isEmpty, "<div class=\"empty\"><h2>\(t("No mail here"))</h2></div>")
            <ul class="feed">\(each: mails, { mail in
                """
                <li>\(visit.icon("envelope-paper"))<div><p><a href="\(visit.link("/centrum/postvak-uit/\(mail.id)"))" dir="auto">\(mail.subject)</a></p>\
                <p class="muted">\(visit.when(mail.createdAt))</p></div>\
                <a class="btn small plain" href="\(visit.link("/centrum/postvak-uit/\(mail.id)/html"))"><span aria-hidden="true">\(t("View"))</span><span class="visually-hidden">\(t("View {subject}", ["subject": mail.subject]))</span></a></li>
                """
            })</ul>
            """)
    }
}

/// One mail: to whom, what it says, what became of it.
struct OutboxMailPage {
    let mail: OutboxMail
    let secret: String?

    /// The words with their link, or with dots where the token is not for these eyes.
    func readable(_ body: MailBody) -> String { body.filled(with: secret ?? "•••") }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(mail.subject, visit, current: "/centrum/postvak-uit").html(
            """
            \(visit.crumbs(Crumb(t("Outbox"), "/centrum/postvak-uit"), here: t("Mail")))
            <header class="page-head"><div><h1 dir="auto">\(mail.subject)</h1></div></header>
            \(if: visit.said() == MailNotice.again, visit.notice(.success, "\(t("We are trying to send the mail again."))"))
            <article class="mail"><dl class="rows">
            <div><dt>\(t("To"))</dt><dd dir="auto">\(mail.toName) &lt;\(mail.toAddress)&gt;</dd></div>
            <div><dt>\(t("State"))</dt><dd>\(visit.badge(mail.state))\(optional: mail.trouble, { " \(visit.words($0))" })</dd></div>
            <div><dt>\(t("Created"))</dt><dd>\(visit.when(mail.createdAt))</dd></div>
            \(optional: mail.sentAt, { "<div><dt>\(t("Sent"))</dt><dd>\(visit.when($0))</dd></div>" })
            </dl>
            <pre dir="auto">\(linked(readable(mail.text)))</pre></article>
            <div class="actions"><a class="btn plain" href="\(visit.link("/centrum/postvak-uit/\(mail.id)/html"))">\(visit.icon("eye"))\(t("View as the receiver sees it"))</a>
            \(if: mail.canRetry, "<form method=\"post\" action=\"\(visit.action("/centrum/postvak-uit/\(mail.id)/opnieuw"))\" data-once><button class=\"btn\">\(visit.icon("repeat"))\(t("Try again"))</button></form>")</div>
            """)
    }

    /// Addresses on lines of their own can be clicked, as in a mail program.
    private func linked(_ text: String) -> HTML {
        var out = HTML.empty
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if index > 0 { out += "\n" }
            if line.hasPrefix("http"), let address = WebAddress(String(line)) {
                out += "<a href=\"\(address)\">\(line)</a>"
            } else {
                out += "\(line)"
            }
        }
        return out
    }
}

extension Visit {
    func badge(_ state: MailState) -> HTML {
        switch state {
        case .waiting: "<span class=\"badge queued\">\(t("Waiting"))</span>"
        case .sent: "<span class=\"badge published\">\(t("Sent"))</span>"
        case .failed: "<span class=\"badge rejected\">\(t("Failed"))</span>"
        case .needless: "<span class=\"badge offline\">\(t("Not needed any more"))</span>"
        }
    }

    fileprivate func words(_ trouble: MailTrouble) -> String {
        switch trouble {
        case .notYet: t("It could not leave yet. We try again.")
        case .givenUp: t("We tried for three days and gave up. Try again when mail works.")
        case .noSuchAddress: t("This address does not exist, or not any more. Ask for the right one.")
        case .isFull: t("The mailbox is full. Try again later.")
        case .refused: t("The receiver’s mail provider did not take it. Look whether the address is right.")
        case .needless: t("What it says was settled before it could leave. So it was not sent.")
        }
    }
}

/// What the page says after something was done.
enum MailNotice: String, Notice {
    case again = "opnieuw"
}

extension Address where Said == MailNotice {
    static var outbox: Address { Address("/centrum/postvak-uit") }
    static func mail(_ id: ID<OutboxMail>) -> Address { Address("/centrum/postvak-uit/\(id)") }
}
