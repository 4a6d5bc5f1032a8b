import HTML
import SiteKit

/// Parts that the style sheets know and that no page shows yet.
struct StyleGuidePlanned {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(
                id: "deel-klaar", title: "Velden die nog op geen pagina staan", content: fields),
            StyleGuideSection(id: "deel-klaar-lijst", title: "Filters en sorteren", content: listing),
            StyleGuideSection(id: "deel-klaar-beheer", title: "Getallen, film", content: parts),
        ]
    }

    private var fields: HTML {
        """
        <div class="measure form">
        <div class="field half"><label for="alleen-lezen">Alleen lezen</label><input id="alleen-lezen" value="NL-7551" readonly></div>
        <div class="field half"><label for="uit">Uitgeschakeld</label><input id="uit" value="Nog niet" disabled></div>
        <fieldset class="field"><legend>Hoe vaak, met uitleg per keuze</legend><div class="options rows">
        <label class="option"><input type="radio" name="uitleg" value="1" checked><span>Regelmatig <small>Elke week of elke maand</small></span></label>
        <label class="option"><input type="radio" name="uitleg" value="2"><span>Eenmalig <small>Een dag of een middag</small></span></label></div></fieldset>
        </div>
        """
    }

    private var listing: HTML {
        """
        <div class="listing"><details class="filter-panel"><summary class="btn plain">\(visit.icon("sliders"))Filters (1)</summary>
        <form class="filters" method="get" action="\(visit.styleGuide)">
        <details open><summary>Inzet</summary><div class="options rows">
        <label class="option"><input type="checkbox" name="inzet" value="vast" checked><span>Regelmatig</span> <small class="tally">12</small></label>
        <label class="option"><input type="checkbox" name="inzet" value="los"><span>Eenmalig</span> <small class="tally">3</small></label></div></details>
        <details><summary>Dagdeel</summary><div class="options rows"><label class="option none"><input type="checkbox" name="dagdeel" value="avond"><span>Avond</span> <small class="tally">0</small></label></div></details>
        <button class="btn plain">Toon vacatures</button></form></details>
        <div><div class="results-head"><p class="results"><strong>34</strong> vacatures</p>
        <form class="inline" method="get" action="\(visit.styleGuide)"><label for="volgorde">Volgorde</label><select id="volgorde" name="volgorde"><option>Nieuwste eerst</option><option>Dichtbij eerst</option></select>\
        <button class="btn small plain">Sorteer</button></form></div>
        <table class="list"><caption>Tabel met een kop die sorteert en een kolom getallen</caption>
        <thead><tr><th scope="col" aria-sort="ascending"><a href="\(visit.styleGuide)">Titel \(visit.icon("arrow-down-up"))</a></th><th scope="col" class="number">Reacties</th></tr></thead>
        <tbody><tr><th scope="row">Chauffeur voor uitjes</th><td class="number" data-label="Reacties">3</td></tr>
        <tr><th scope="row">Taalmaatje</th><td class="number" data-label="Reacties">14</td></tr></tbody></table></div></div>
        """
    }

    private var parts: HTML {
        """
        <ul class="stats"><li><a href="\(visit.styleGuide)"><strong>4</strong> nieuwe organisaties</a></li><li><span><strong>12</strong> matches dit jaar</span></li></ul>
        <section class="film"><div class="film-sign">\(visit.icon("play-circle-fill"))</div><div><h2>Film: zo werkt het</h2><p>3 minuten, met ondertiteling</p>
        <p><a class="btn plain" href="\(visit.styleGuide)">Bekijk de film</a></p></div></section>
        """
    }
}
