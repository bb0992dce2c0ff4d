package org.posescope.tensor;

/** Text out of a foreign file, made fit for a one-line message. */
public final class Quoted {
    private static final int LONGEST = 120;

    private Quoted() {}

    /** The text with control characters replaced by {@code ?}, cut after 120 characters. */
    public static String of(CharSequence text) {
        StringBuilder safe = new StringBuilder();
        text.chars().limit(LONGEST).forEach(unit -> safe.append(isPrintable(unit) ? (char) unit : '?'));
        return text.length() > LONGEST ? safe + "..." : safe.toString();
    }

    private static boolean isPrintable(int unit) {
        return switch (Character.getType(unit)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
