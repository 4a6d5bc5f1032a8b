import SQL

extension Premise.Rule {
    /// It waits for the centre's decision.
    static let registered = Premise.Rule(rawValue: "registered")
}

extension Premise {
    package static let organisations: [Rule: Check] = [
        .registered: { premise, _, _, tx in
            try tx.first(
                """
                select 1 as owed from organisation where id in \(list: premise.about) and state = 'registered' limit 1
                """) != nil
        }
    ]
}
