package org.posescope.cli.console;

import java.util.Optional;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: everything that a report of a fault has to say of the program. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "posescope " + number() + ", Java " + Runtime.version() + ", " + System.getProperty("os.name")
                    + " " + System.getProperty("os.arch")};
    }

    /** Of the program, for reports. */
    public static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("(development)");
    }
}
