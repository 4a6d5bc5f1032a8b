import HTML
import Localisation
import SiteKit
import Texts
import VolunteerCentre
import Web

/// One text: write, try, keep, go back.
struct TextEditorPage {
    let place: OwnText.Place
    let language: Language
    let isOwn: Bool
    let form: FormFields
    let preview: TextPreview?
    /// An earlier wording that stands in the form.
    let old: OwnText?
    /// What somebody else kept in the meantime.
    let other: OwnText?

    private var path: String { "/centrum/teksten/\(place.segment)/\(place.name)" }

    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        return AreaLayout.centre(
            title(visit), visit, current: "/centrum/teksten", scripts: ["once", "leave"], form: form
        ).html(
            """
            \(notices(visit))\(losses(visit))
            \(visit.textCrumbs(title(visit)))
            <header class="page-head"><div><h1 dir="auto">\(title(visit))</h1>
            <p>\(if: isOwn, "<span class=\"badge published\">\(t("Own text"))</span>", else: "<span class=\"badge draft\">\(place.hasStandard ? t("Standard text") : t("Not on the site"))</span>")</p></div>
            <div class="actions"><a class="btn plain" href="\(visit.link(path + "/versies?taal=" + language.tag))">\(visit.icon("clock-history"))\(t("Earlier texts"))</a></div></header>
            \(languages(visit))
            \(preview?.html(visit) ?? .empty)
            <div class="beside">
            <form id="tekst-form" method="post" action="\(visit.action(path))" novalidate data-once data-guard>
            <input type="hidden" name="taal" value="\(language.tag)"><input type="hidden" name="basis" value="\(form.data.first("basis") ?? "")">
            \(fields(t))
            <div class="form-foot"><button class="btn" name="doe" value="bewaar">\(t("Save text"))</button>\
            <button class="btn plain" name="doe" value="voorbeeld" formaction="\(visit.action(path))#voorbeeld">\(visit.icon("eye"))\(t("Show an example"))</button></div></form>
            <div class="stack">\(known(visit))\(if: isOwn, reset(visit))</div></div>
            """)
    }

    private func fields(_ t: Localiser) -> HTML {
        guard case .mail(let kind) = place else {
            return """
                \(form.input("titel", t("Title"), required: true, max: 200))
                \(form.area("tekst", t("Text"), required: true, help: t("An empty line starts a new paragraph. ## before a line makes a heading, - a list, and [words](/address) a link."), rows: 24, max: TextForm.longest))
                """
        }
        return """
            \(form.input("titel", t("Subject"), required: true, max: 200))
            \(form.area("tekst", t("Text"), required: true, help: t("An empty line starts a new paragraph. Where [button] stands, the button comes."), rows: 20, max: TextForm.longest))
            \(if: kind.buttonLabel != nil, form.input("knop", t("Words on the button"), max: 80))
            """
    }

    private func known(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <section class="panel"><h2>\(t("What you can have filled in"))</h2>
            <p>\(t("Copy these with their braces. The right words come in their place."))</p>
            <dl class="rows">\(each: place.fields, { "<div><dt><code>{{\($0.rawValue)}}</code></dt><dd>\($0.meaning(t))</dd></div>" })</dl></section>
            """
    }

    private func reset(_ visit: Visit) -> HTML {
        let t = visit.t
        return """
            <form class="panel" method="post" action="\(visit.action(path))" data-once>
            <input type="hidden" name="taal" value="\(language.tag)"><input type="hidden" name="basis" value="\(form.data.first("basis") ?? "")">
            <h2>\(place.hasStandard ? t("Back to the standard text") : t("Take off the site"))</h2>
            <p>\(t("Your own text is kept under Earlier texts."))</p>
            <button class="btn plain" name="doe" value="standaard">\(visit.icon("arrow-counterclockwise"))\(place.hasStandard ? t("Use the standard text") : t("Take off the site"))</button></form>
            """
    }

    private func languages(_ visit: Visit) -> HTML {
        let all = visit.centre.textLanguages
        guard all.count > 1 else { return .empty }
        let tabs = all.map { (path + "?taal=" + $0.tag, visit.name(of: $0)) }
        return visit.tabs(visit.t("Language of the text"), tabs, current: path + "?taal=" + language.tag)
    }

    /// Of a page: what stands in it and is not shown as it was meant.
    private func losses(_ visit: Visit) -> HTML {
        guard !place.isMail else { return .empty }
        let t = visit.t
        let words = MarkdownLoss.all(in: form.data.first("tekst") ?? "").map { loss -> String in
            switch loss {
            case .picture: t("A page shows no pictures: only the words of yours stand there.")
            case .table:
                t(
                    "A page shows no tables: the rows of yours run together. Make a list of them, with - before each line."
                )
            }
        }
        guard !words.isEmpty else { return .empty }
        return visit.notice(.warning, "\(words.joined(separator: " "))")
    }

    private func notices(_ visit: Visit) -> HTML {
        let t = visit.t
        if let other {
            return visit.notice(
                .warning,
                "\(t("{name} saved another text on {when}. You find it under Earlier texts. Your text still stands below. Save again to use yours.", ["name": other.author ?? t("Somebody"), "when": t.dateTime(other.at, visit.centre.zone)]))",
                title: t("Somebody else changed this text"))
        }
        if let old, old.wording != nil {
            return visit.notice(
                .info,
                "\(t("This is the text of {when}. Save it to use it again.", ["when": t.dateTime(old.at, visit.centre.zone)]))"
            )
        }
        switch visit.said(TextNotice.self) {
        case .saved, .added:
            let where_ =
                place.isMail ? t("The next mail has these words.") : t("Visitors see the change within a few seconds.")
            return visit.notice(.success, "\(where_)\(pageLink(visit))", title: t("Saved"))
        case .standard:
            return visit.notice(
                .success,
                "\(place.hasStandard ? t("From now on the standard text is used.") : t("The page is off the site."))",
                title: t("Saved"))
        case nil: return .empty
        }
    }

    private func pageLink(_ visit: Visit) -> HTML {
        guard case .page(let name) = place else { return .empty }
        let path = InformationPage(rawValue: name)?.path ?? "/info/" + name
        return " <a href=\"\(visit.link(path))\">\(visit.t("View the page"))</a>"
    }

    private func title(_ visit: Visit) -> String { visit.title(of: place, typed: form.data.first("titel")) }
}

extension Visit {
    func title(of place: OwnText.Place, typed: String?) -> String {
        switch place {
        case .mail(let kind):
            return t("Mail: {subject}", ["subject": subject(of: kind)])
        case .page(let name):
            let title = InformationPage(rawValue: name).map { self.title(of: $0) } ?? typed ?? name
            return t("Page: {title}", ["title": title.isEmpty ? name : title])
        }
    }

    /// The standard subject, with what is filled in as words between brackets.
    func subject(of kind: MailKind) -> String {
        t.filled(
            kind.subject, Dictionary(uniqueKeysWithValues: kind.fields.map { ($0.rawValue, "[\($0.meaning(t))]") }))
    }

    func textCrumbs(_ title: String, to place: OwnText.Place? = nil) -> HTML {
        let all = Crumb(t("Texts"), "/centrum/teksten")
        guard let place else { return crumbs(all, here: title) }
        let path = "/centrum/teksten/\(place.segment)/\(place.name)"
        return crumbs(all, Crumb(self.title(of: place, typed: nil), path), here: title)
    }
}

/// What the page says after something was done.
enum TextNotice: String, Notice {
    case saved = "opgeslagen"
    case added = "toegevoegd"
    case standard = "standaard"
}

extension Address where Said == TextNotice {
    /// The editor of a text, in one of the centre's languages.
    static func text(_ path: String) -> Address { Address(path) }
}
