import HTML
import Localisation
import Mail
import SiteKit
import Time
import VolunteerCentre

/// What is known about one thing: facts, rows, questions and answers, a vacancy's side, a mail.
struct StyleGuideDetails {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-gegevens", title: "Gegevens in panelen", content: panels),
            StyleGuideSection(id: "deel-naast-elkaar", title: "Tekst met iets ernaast", content: beside),
            StyleGuideSection(id: "deel-vragen", title: "Uitklappen", content: questions),
            StyleGuideSection(id: "deel-mail", title: "Een mail uit het postvak", content: mail),
        ]
    }

    /// With `h2`, as on the pages: the sheet gives this level in a panel its looks.
    private var panels: HTML {
        """
        <div class="grid">
        <div class="panel"><h2>In het kort</h2><dl class="facts"><div><dt>\(visit.icon("geo-alt"))Waar</dt><dd>Hengelo</dd></div>
        <div><dt>\(visit.icon("calendar-event"))Hoe vaak</dt><dd>Elke week</dd></div>
        <div><dt>\(visit.icon("clock"))Tijd</dt><dd>2 uur per week, op maandag of dinsdag</dd></div></dl></div>
        <section class="panel"><h2>Organisatiegegevens</h2><dl class="rows"><div><dt>Naam</dt><dd dir="auto">Stichting Weekend</dd></div>
        <div><dt>Plaats</dt><dd>Hengelo</dd></div><div><dt>Website</dt><dd><a href="\(visit.styleGuide)">www.stichting-weekend-voor-iedereen.example</a></dd></div></dl></section>
        <section class="panel org"><img src="\(visit.asset("logos/weekend.svg"))" alt="" width="72" height="72"><h2>Stichting Weekend</h2>
        \(visit.prose("Wij maken weekenden mogelijk voor kinderen met een beperking."))
        <p><a class="more" href="\(visit.styleGuide)">Meer over Stichting Weekend \(visit.icon("arrow-right"))</a></p></section>
        </div>
        """
    }

    private var beside: HTML {
        """
        <div class="beside"><div class="prose">\(visit.prose("Links de tekst, rechts wat erbij hoort. Op een smal scherm staat het onder elkaar.\n\nDe knop om te reageren blijft daar onderaan in beeld."))</div>
        <div class="stack"><div class="act"><a class="btn big" href="\(visit.styleGuide)">Reageren</a><p>Te zien tot en met \(visit.t.date(visit.today.adding(months: 2)))</p></div>
        <div class="panel"><h2>Paneel</h2><p>Met een eerste alinea.</p><p>En een tweede.</p></div></div></div>
        """
    }

    private var questions: HTML {
        """
        <div><details class="faq"><summary><h3>Moet ik een account maken?</h3></summary><div class="prose"><p>Nee, dat hoeft niet.</p></div></details>
        <details class="faq" open><summary><h3>Een vraag die openstaat?</h3></summary>\
        <div class="prose">\(visit.prose("Het antwoord.\n\nMet een tweede alinea."))</div></details></div>
        """
    }

    private var mail: HTML {
        """
        <article class="mail"><dl class="rows"><div><dt>Aan</dt><dd>Ria Bakker &lt;ria@weekend.example&gt;</dd></div>
        <div><dt>Stand</dt><dd>\(visit.badge(.sent))</dd></div><div><dt>Gemaakt</dt><dd>\(visit.when(visit.now))</dd></div></dl>
        <pre dir="auto">Hallo Ria,

        De vacature “Taalmaatje” staat op de website.

        Groet van \(visit.centre.name)</pre></article>
        """
    }
}
