import HTML
import Localisation
import VolunteerCentre

/// *Handleiding*: how an organisation works here, chapter by chapter, fit for reading and for printing.
struct ManualPage {
    func html(_ visit: Visit) -> HTML {
        let t = visit.t
        let chapters = visit.services.manual.chapters
        return PublicLayout(title: t("Manual for organisations"), visit: visit, current: "/faq", scripts: ["print"])
            .html(
                """
                <div class="wrap narrow page">
                <header class="page-head"><div><h1>\(t("Manual for organisations"))</h1>
                <p class="lead">\(t("Step by step, with the words that stand on the screen."))</p></div>
                <div class="actions"><button class="btn plain" type="button" data-print hidden>\(visit.icon("file-earmark-text"))\(t("Print or save as PDF"))</button></div></header>
                <nav class="panel" aria-label="\(t("In this manual"))"><ol class="bullets">\(each: chapters, { "<li><a href=\"#\($0.id)\">\($0.title(visit.language))</a></li>" })</ol></nav>
                \(each: chapters, { chapter($0, visit) })
                <section class="panel"><h2>\(t("Is your answer not here?"))</h2>
                <p>\(t("Mail or call us. Please mention your place of residence in your mail."))</p>
                <ul class="plain"><li>\(visit.icon("envelope"))\(visit.mailLink)</li><li>\(visit.icon("telephone"))\(visit.phoneLink)</li></ul></section>
                </div>
                """)
    }

    private func chapter(_ chapter: Manual.Chapter, _ visit: Visit) -> HTML {
        """
        <section class="prose" id="\(chapter.id)"><h2>\(chapter.title(visit.language))</h2><p>\(chapter.intro(visit.language))</p>
        <ol>\(each: chapter.steps(visit.language), { "<li>\($0)</li>" })</ol></section>
        """
    }
}
