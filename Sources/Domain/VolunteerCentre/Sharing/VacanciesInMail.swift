import Localisation

extension Mails {
    func localiser(_ preferred: Language, at centre: Centre) -> Localiser {
        catalogues.localiser(language(preferred, at: centre))
    }

    /// Vacancies as a mail lists them: title, who and where, address.
    func list(_ cards: [VacancyCard], in preferred: Language, at centre: Centre) -> String {
        let t = localiser(preferred, at: centre)
        let prefix = language(preferred, at: centre) == .en ? "/en" : ""
        return cards.map { card in
            let place = card.fromHome ? t("From home") : card.place
            return [
                card.title,
                [card.organisation, place, centre.neighbour(of: card)?.name ?? ""].filter { !$0.isEmpty }
                    .joined(separator: ", "),
                "\(website(of: card, at: centre))\(prefix)/vacatures/\(card.id)\(card.slug.isEmpty ? "" : "-" + card.slug)",
            ].joined(separator: "\n")
        }.joined(separator: "\n\n")
    }
}
