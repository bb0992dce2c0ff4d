package org.posescope.spark;

import java.io.Serializable;

/**
 * A video of the archive.
 *
 * @param name its path below the folder that was asked for; the whole path of one that was named itself
 * @param uri  where it lies
 */
record Video(String name, String uri) implements Serializable {
    private static final String SPECIAL = "\"#%'*/:=?\\{}[]^";

    /** The name as a folder of a partition: what has a meaning there is written as a percent sign and two digits. */
    String partition() {
        StringBuilder text = new StringBuilder("video=");
        for (char c : name.toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0 || c < ' ') {
                text.append(String.format("%%%02X", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
