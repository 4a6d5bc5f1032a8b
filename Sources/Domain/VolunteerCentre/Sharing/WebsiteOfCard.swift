extension Centre {
    /// The centre that a vacancy belongs to, when that is another one.
    package func neighbour(of card: VacancyCard) -> Neighbour? {
        card.centre == id ? nil : neighbours.first { $0.id == card.centre }
    }
}

extension Mails {
    /// The website that a vacancy belongs to, as the centre knows it that shows it.
    package func website(of card: VacancyCard, at centre: Centre) -> String {
        centre.neighbour(of: card).map { address(host: $0.host) } ?? address(of: centre)
    }
}
