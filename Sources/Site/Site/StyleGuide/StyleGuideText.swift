import HTML
import SiteKit

/// Headings, running text, crumbs and buttons.
struct StyleGuideText {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-tekst", title: "Koppen en tekst", content: text),
            StyleGuideSection(id: "deel-kruimelpad", title: "Kruimelpad", content: crumbs),
            StyleGuideSection(id: "deel-knoppen", title: "Knoppen en links", content: buttons),
        ]
    }

    private var text: HTML {
        """
        <header class="section-head"><h3>Kop van een blok, met een link</h3>\
        <a class="more" href="\(visit.styleGuide)">Alles bekijken \(visit.icon("arrow-right"))</a></header>
        <p class="kicker">Kleine regel boven een kop</p>
        <p class="lead">Inleiding: één of twee zinnen die groter staan.</p>
        <div class="prose"><h3>Kop in lopende tekst</h3>
        <p>Lopende tekst met een <a href="\(visit.styleGuide)">link</a>, <strong>vet</strong> en <em>nadruk</em>. De regels zijn niet te lang, zodat lezen prettig blijft voor iedereen.</p>
        <ul><li>Eerste punt</li><li>Tweede punt</li></ul>
        <ol><li>Stap één</li><li>Stap twee</li></ol>
        \(visit.prose("Een tekst die iemand zelf heeft getypt.\nMet een nieuwe regel.\n\nEn een nieuwe alinea."))</div>
        <blockquote class="said">\(visit.prose("Hallo! Ik wil graag taalmaatje worden.\n\nOp maandag en dinsdag kan ik."))</blockquote>
        <p class="muted">Gedempte tekst, voor wat minder belangrijk is.</p>
        <p class="by">bij <a href="\(visit.styleGuide)">Stichting Weekend</a></p>
        <ul class="plain"><li>\(visit.icon("envelope"))\(visit.mailLink)</li><li>\(visit.icon("telephone"))\(visit.phoneLink)</li></ul>
        <p class="muted">Bij afdrukken vallen menu’s, knoppen, zoekbalken, filters en bladeren weg. Bekijk het met de afdrukweergave van je browser.</p>
        """
    }

    private var crumbs: HTML {
        """
        <p>Op een smal scherm valt de laatste stap weg: die staat al in de kop.</p>
        <nav class="crumbs" aria-label="Voorbeeld van een kruimelpad"><ol><li><a href="\(visit.styleGuide)">Vacatures</a></li>\
        <li><a href="\(visit.styleGuide)">Taal en inburgering</a></li>\
        <li aria-current="page">Taalmaatje voor een nieuwkomer die graag wil oefenen in de bibliotheek</li></ol></nav>
        """
    }

    private var buttons: HTML {
        """
        <div class="actions"><button type="button" class="btn">Hoofdknop</button>
        <button type="button" class="btn green">\(visit.icon("plus-lg"))Toevoegen</button>
        <button type="button" class="btn blue">Wachtwoord instellen</button>
        <button type="button" class="btn plain">Tweede knop</button>
        <button type="button" class="btn danger">Afwijzen</button>
        <button type="button" class="btn plain danger">Verwijderen</button></div>
        <div class="actions"><button type="button" class="btn big">Grote knop</button>
        <button type="button" class="btn big plain">Grote tweede knop</button>
        <button type="button" class="btn small">Klein</button>
        <button type="button" class="btn small plain">Klein, tweede</button></div>
        <div class="actions"><button type="button" class="btn" aria-busy="true">Bezig</button>
        <button type="button" class="btn" disabled>Uit</button>
        <a class="btn" href="\(visit.styleGuide)">Link als knop</a>
        <a class="btn caps" href="\(visit.styleGuide)">Inschrijven</a>
        <button type="button" class="link">Knop als link</button>
        <a href="\(visit.styleGuide)">Gewone link</a>
        <a class="more" href="\(visit.styleGuide)">Meer lezen \(visit.icon("arrow-right"))</a></div>
        """
    }
}
