import HTML
import Localisation
import SiteKit
import VolunteerCentre

/// What a wording becomes, with made-up persons and vacancies filled in.
struct TextPreview {
    private let content: (Visit) -> HTML

    init(_ place: OwnText.Place, _ wording: OwnText.Wording, _ language: Language, _ visit: Visit) throws {
        switch place {
        case .mail(let kind):
            let mail = try visit.services.mails.sample(kind, wording, in: language, at: visit.centre)
            content = { visit in
                """
                <article class="mail" lang="\(language.tag)"><dl class="rows"><div><dt>\(visit.t("Subject"))</dt><dd dir="auto">\(mail.subject)</dd></div></dl>
                <pre dir="auto">\(mail.text)</pre></article>
                """
            }
        case .page(let name):
            let text = PageText.filled(wording, language, visit.centre)
            content = { visit in
                """
                <div class="panel" lang="\(language.tag)"><h3>\(text.title)</h3>\(InformationPageView(page: InformationPage(rawValue: name), text: text).content(visit))</div>
                """
            }
        }
    }

    func html(_ visit: Visit) -> HTML {
        """
        <section class="band" id="voorbeeld" aria-labelledby="voorbeeld-kop" tabindex="-1"><h2 id="voorbeeld-kop">\(visit.t("Example"))</h2>
        <p class="muted">\(visit.t("Nothing is saved yet. Persons and vacancies are made up."))</p>
        \(content(visit))</section>
        """
    }
}
