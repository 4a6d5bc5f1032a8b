import ArgumentParser
import Foundation
import SQL
import Time
import VolunteerCentre

struct CentreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "centre", abstract: "Make a centre, give it neighbourhoods or another address, list all.",
        subcommands: [
            CreateCentreCommand.self, NeighbourhoodsCommand.self, MoveCentreCommand.self, ListCentresCommand.self,
        ])

    static let hostPattern =
        "--host is a name such as vrijwilligers.example.org, without https:// before it and a path behind it."

    static func isHost(_ text: String) -> Bool {
        text.lowercased().wholeMatch(of: /[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?/) != nil
    }
}

/// `schakel centre create`: a new tenant with its name, host, colours and municipalities.
struct CreateCentreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "create", abstract: "Make a centre.")

    @OptionGroup var shared: SharedOptions
    @Option(help: "Short name in lower case, for commands.") var slug: String
    @Option(help: "The name people see.") var name: String
    @Option(help: "Host name of its website. The first centre answers for all hosts that no centre claims.") var host:
        String?
    @Option(help: "nl or nl-BE.") var language = "nl"
    @Option(help: "NL or BE.") var country = "NL"
    @Option(help: "For example Europe/Amsterdam.") var timeZone = "Europe/Amsterdam"
    @Option(parsing: .upToNextOption, help: "The municipalities it serves.") var municipalities: [String] = []
    @Option(help: "E-mail address of the centre.") var email: String
    @Option(help: "Telephone number of the centre.") var phone = ""
    @Option(help: "Colour as #rrggbb, readable with white text.") var brand = "#1f5f4f"
    @Option(help: "Second colour as #rrggbb, light: dark text stands on it.") var accent = "#f0a13a"

    func validate() throws {
        guard Slug.make(slug) == slug, !slug.isEmpty else {
            throw ValidationError("--slug may hold a-z, 0-9 and hyphens.")
        }
        guard ["nl", "nl-BE"].contains(language) else { throw ValidationError("--language must be nl or nl-BE.") }
        guard ["NL", "BE"].contains(country) else { throw ValidationError("--country must be NL or BE.") }
        guard TimeZone(identifier: timeZone) != nil else {
            throw ValidationError("--time-zone is not known: \(timeZone).")
        }
        guard EmailAddress.clean(email) != nil else { throw ValidationError("--email is no e-mail address.") }
        if let host, !CentreCommand.isHost(host) { throw ValidationError(CentreCommand.hostPattern) }
        guard !municipalities.isEmpty else { throw ValidationError("--municipalities needs at least one name.") }
    }

    func run() async throws {
        let installation = try await shared.open(makesDatabase: true)
        let places = try installation.places()
        for name in municipalities where !places.isMunicipality(name, in: country) {
            let guess = places.municipality(like: name, in: country).map { " Do you mean \($0)?" } ?? ""
            throw Ended("There is no municipality \(name) in \(country).\(guess)")
        }
        _ = try await installation.migrate()
        let input = CreateCentre.Input(
            slug: slug, name: name, host: host, language: language, country: country, timeZone: timeZone,
            municipalities: municipalities, email: email, phone: phone, brand: brand, accent: accent)
        let mails = installation.mails
        let outcome = try await installation.database.write { tx in
            try CreateCentre.run(input, mails: mails, now: Instant.systemNow(), tx)
        }
        await installation.database.close()
        switch outcome {
        case .created:
            print(
                "Centre \(slug) is there. Invite its administrator with: schakel staff invite --centre \(slug) --email … --role administrator"
            )
        case .taken: throw Ended("There is a centre with this slug or host already.")
        case .needsHost:
            throw Ended("There is a centre already: give this one a --host, or nobody can reach it.")
        case .unreadableColours:
            throw Ended("A colour is no #rrggbb, or the text on it cannot be read (contrast below 4.5).")
        }
    }
}

/// `schakel centre move`: another host name.
struct MoveCentreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Give a centre another host name. Links in older mails lead to the old one.")

    @OptionGroup var shared: SharedOptions
    @Option(help: "Slug of the centre.") var centre: String
    @Option(help: "Host name of its website.") var host: String

    func validate() throws {
        guard CentreCommand.isHost(host) else { throw ValidationError(CentreCommand.hostPattern) }
    }

    func run() async throws {
        let installation = try await shared.open()
        let (slug, host) = (centre, host)
        let outcome = try await installation.write(at: slug) { work in try MoveCentre.run(to: host, in: work) }
        await installation.database.close()
        switch outcome {
        case .moved: print("Centre \(slug) answers at \(host.lowercased()). Tell the proxy too.")
        case .taken: throw Ended("Another centre has this host.")
        case nil: throw Ended("There is no centre \(slug).")
        }
    }
}

/// `schakel centre list`: which there are, and where.
struct ListCentresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the centres.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let installation = try await shared.open()
        let centres = try await installation.database.read { tx in try CentreQueries.all(tx) }
        for centre in centres {
            print("\(centre.slug)\t\(centre.name)\t\(installation.mails.address(of: centre))")
        }
        await installation.database.close()
    }
}

struct StaffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "People of a centre.", subcommands: [InviteCommand.self])
}

/// `schakel staff invite`: gives somebody a role and prints the link with which she sets her password.
struct InviteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite", abstract: "Give somebody a role at a centre.")

    @OptionGroup var shared: SharedOptions
    @Option(help: "Slug of the centre.") var centre: String
    @Option(help: "E-mail address to log in with.") var email: String
    @Option(help: "The person's name.") var name: String?
    @Option(help: "administrator, mediator or desk.") var role: String

    func run() async throws {
        guard let role = StaffRole(rawValue: role) else {
            throw Ended("--role must be administrator, mediator or desk.")
        }
        guard let email = EmailAddress.clean(email) else { throw Ended("--email is no e-mail address.") }
        let installation = try await shared.open()
        let (slug, person) = (centre, name ?? email)
        let invited = try await installation.write(at: slug) { work in
            (work.centre, try InviteStaff.run(email: email, name: person, role: role, in: work))
        }
        await installation.database.close()
        guard let (centre, token) = invited else { throw Ended("There is no centre \(slug).") }
        print(
            "Open this link within 14 days to set the password:\n\(installation.mails.address(of: centre))/wachtwoord/instellen/\(token.text)"
        )
    }
}
