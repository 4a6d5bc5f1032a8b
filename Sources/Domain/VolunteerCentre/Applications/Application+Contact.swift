package import SQL

extension Application {
    /// Whom she talks with at the organisation: while they talk, or she takes part.
    package func contactPerson(in centre: ID<Centre>, _ tx: Transaction) throws -> ContactPerson? {
        let told = asTold.state
        guard told.isOpen || told == .matched else { return nil }
        return try ContactPerson.of(vacancy, in: centre, tx)
    }
}
