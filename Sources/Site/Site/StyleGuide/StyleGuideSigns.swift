import HTML
import Localisation
import Mail
import SiteKit
import VolunteerCentre

/// What the site says by itself: notices, labels, tips, empty lists.
struct StyleGuideSigns {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-meldingen", title: "Meldingen", content: notices),
            StyleGuideSection(id: "deel-labels", title: "Labels", content: badges),
            StyleGuideSection(id: "deel-tip", title: "Tip", content: tip),
            StyleGuideSection(id: "deel-leeg", title: "Lege lijsten", content: empty),
            StyleGuideSection(id: "deel-bericht", title: "Bericht op een eigen pagina", content: message),
        ]
    }

    private var notices: HTML {
        """
        \(visit.notice(.success, "Je wijzigingen zijn bewaard.", title: "Opgeslagen"))
        \(visit.notice(.success, "Zonder kop, met een <a href=\"\(visit.styleGuide)\">link</a>."))
        \(visit.notice(.info, "Wij kijken de vacature na. Daarna staat zij op de website.", title: "In de wachtrij"))
        \(visit.notice(.info, "In de wachtrij staan vacatures die wij nog moeten bekijken."))
        \(visit.notice(.warning, "Deze vacature gaat over twee weken offline.", title: "Bijna voorbij"))
        \(visit.notice(.warning, "Je kunt niet meer reageren op deze vacature."))
        \(visit.notice(.error, "Er is niets verstuurd. Probeer het over een kwartier opnieuw.", title: "Dat lukte niet"))
        \(visit.notice(.error, "Dit e-mailadres en wachtwoord horen niet bij elkaar."))
        """
    }

    private var badges: HTML {
        """
        <h3>Vacature</h3>
        <p class="actions">\(each: Vacancy.State.allCases, { visit.badge($0) }) \(visit.badge(.draft, returned: true))</p>
        <h3>Organisatie</h3>
        <p class="actions">\(each: Organisation.State.allCases, { visit.badge($0) })</p>
        <h3>Reactie</h3>
        <p class="actions">\(visit.badge(.account)) \(visit.badge(.guest))</p>
        <h3>Mail</h3>
        <p class="actions">\(each: MailState.allCases, { visit.badge($0) })</p>
        """
    }

    private var tip: HTML {
        """
        <div class="tip"><p class="tip-head">\(visit.icon("lightbulb"))\(visit.t("Tip"))</p>\
        <p>Schrijf zoals je praat. Vertel wat iemand op een gewone dag doet, met wie en wanneer.</p></div>
        """
    }

    private var empty: HTML {
        """
        <div class="empty"><img src="\(visit.asset("illustrations/empty.svg"))" alt="" width="240" height="160" loading="lazy">
        <h3>Nog niets nieuws</h3><p>Zodra iemand reageert, zie je het hier.</p>
        <p class="actions"><a class="btn green" href="\(visit.styleGuide)">\(visit.icon("plus-lg"))Vacature toevoegen</a>\(visit.mailLink)</p></div>
        <div class="empty"><h3>Niets gevonden</h3><p>Zonder plaatje: probeer een deel van de titel.</p></div>
        """
    }

    /// The same parts as the pages of thanks and of errors, whose heading is the page's own `h1`.
    private var message: HTML {
        """
        <div class="message"><img src="\(visit.asset("illustrations/thanks.svg"))" alt="" width="240" height="160" loading="lazy">
        <h3>Bedankt voor je reactie</h3><p class="lead">De organisatie neemt contact met je op.</p>
        <p class="actions"><a class="btn" href="\(visit.styleGuide)">Meer vacatures</a></p></div>
        <div class="message"><img src="\(visit.asset("illustrations/not-found.svg"))" alt="" width="240" height="160" loading="lazy">
        <h3>Deze pagina vinden we niet</h3><p class="lead">Misschien zit er een typefout in het adres.</p></div>
        <div class="message"><img src="\(visit.asset("illustrations/mail.svg"))" alt="" width="240" height="160" loading="lazy">
        <h3>Kijk in je mailbox</h3><p class="lead">Je krijgt binnen een paar minuten een mail.</p></div>
        """
    }
}
