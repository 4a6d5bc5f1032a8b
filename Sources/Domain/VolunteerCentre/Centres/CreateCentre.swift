package import SQL
package import Time

/// Makes a centre: what the operator does when a town joins.
package enum CreateCentre {
    package struct Input: Sendable, Codable {
        package var slug: String
        package var name: String
        package var host: String?
        package var language: String
        package var country: String
        package var timeZone: String
        package var municipalities: [String]
        package var email: String
        package var phone: String
        package var address: String
        package var openingHours: String
        package var intro: String
        package var brand: String
        package var accent: String
        package var logo: String?

        package init(
            slug: String, name: String, host: String? = nil, language: String = "nl", country: String = "NL",
            timeZone: String = "Europe/Amsterdam", municipalities: [String], email: String, phone: String = "",
            address: String = "", openingHours: String = "", intro: String = "", brand: String = "#1f5f4f",
            accent: String = "#f0a13a", logo: String? = nil
        ) {
            self.slug = slug
            self.name = name
            self.host = host
            self.language = language
            self.country = country
            self.timeZone = timeZone
            self.municipalities = municipalities
            self.email = email
            self.phone = phone
            self.address = address
            self.openingHours = openingHours
            self.intro = intro
            self.brand = brand
            self.accent = accent
            self.logo = logo
        }
    }

    package enum Outcome: Sendable, Equatable {
        case created(ID<Centre>), unreadableColours, taken
        /// Only one centre can do without a host of its own.
        case needsHost
    }

    package static func run(_ input: Input, mails: Mails, now: Instant, _ tx: Transaction) throws -> Outcome {
        guard Theme(brand: input.brand, accent: input.accent) != nil else { return .unreadableColours }
        let host = input.host?.lowercased()
        if host == nil, try tx.count("centre") > 0 { return .needsHost }
        if let host, try MoveCentre.isTaken(host, tx) { return .taken }
        let inserted: ID<Centre>? = try tx.value(
            """
            insert into centre (slug, name, host, language, country, time_zone, email, phone, address, opening_hours, intro,
                brand, accent, logo, edits_return_to_queue, created_at)
            values (\(input.slug), \(input.name), \(host), \(input.language), \(input.country), \(input.timeZone),
                \(input.email), \(input.phone), \(input.address), \(input.openingHours), \(input.intro), \(input.brand),
                \(input.accent), \(input.logo), \(true), \(now))
            on conflict do nothing returning id
            """)
        guard let id = inserted else { return .taken }
        for (position, name) in input.municipalities.enumerated() {
            try tx("insert into centre_municipality (centre_id, name, position) values (\(id), \(name), \(position))")
        }
        guard let centre = try CentreQueries.find(id, tx) else { throw SQLError.conflict }
        let work = UnitOfWork(tx, by: .system(centre: centre), at: now, mails: mails)
        try Audit.record("centre.created", on: "centre", id.number, in: work)
        return .created(id)
    }
}
