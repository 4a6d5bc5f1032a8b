import ArgumentParser
import SQL
import VolunteerCentre

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "The key file.", subcommands: [AcceptKey.self])
}

/// `schakel key accept`: the key that this database was used with is gone; from now on it is this one.
struct AcceptKey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Use this key file from now on; open forms made with another fail once.")

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let installation = try await shared.open()
        let secret = installation.secret
        try installation.keepKey()
        try await installation.database.write { tx in try InstallationKey.accept(secret, tx) }
        print("The key file \(installation.configuration.keyFile) is the one of this database now.")
        await installation.database.close()
    }
}
