import HTML
import SiteKit

/// A question in a dialog, and the same question as a page for browsers without script.
struct StyleGuideDialogs {
    let visit: Visit

    var sections: [StyleGuideSection] {
        [
            StyleGuideSection(id: "deel-dialoog", title: "Dialoog", content: dialog),
            StyleGuideSection(id: "deel-dialoog-pagina", title: "Dezelfde vraag als pagina", content: twin),
        ]
    }

    private var dialog: HTML {
        """
        <p>De link gaat naar de pagina met dezelfde vraag. Met JavaScript opent een venster.</p>
        <p><a class="btn plain danger" href="\(visit.styleGuide)#deel-dialoog-pagina" data-dialog="weg">\(visit.icon("trash"))Concept weggooien</a></p>
        <dialog id="weg" aria-labelledby="weg-kop"><h2 id="weg-kop">Concept weggooien?</h2><p>Wat je hebt getypt, is dan weg.</p>
        <form method="get" action="\(visit.styleGuide)" data-once><div class="form-foot"><button class="btn plain" formmethod="dialog" formnovalidate>Terug</button>\
        <button class="btn danger">Weggooien</button></div></form></dialog>
        """
    }

    private var twin: HTML {
        """
        <form class="panel measure" method="get" action="\(visit.styleGuide)" data-once><h2>Concept weggooien?</h2><p>Wat je hebt getypt, is dan weg.</p>
        <div class="form-foot"><a class="btn plain" href="\(visit.styleGuide)#deel-dialoog">Terug</a><button class="btn danger">Weggooien</button></div></form>
        """
    }
}
