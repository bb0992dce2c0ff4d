package org.posescope.installer;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Something that others wrote and the image holds.
 *
 * @param name     as its authors call it
 * @param jars     names of its jars, without version and platform; empty for what comes inside the native libraries of another part
 * @param licences names of files in {@code packaging/installer/licences}; more than one where the authors leave the choice or
 *                 where several apply
 * @param notice   copyright line, and what else the licence wants to be said
 */
record ThirdPartyPart(@JsonProperty(required = true) String name, @JsonProperty(required = true) List<String> jars,
        @JsonProperty(required = true) List<String> licences, @JsonProperty(required = true) String notice) {
    /** @param jar file name */
    boolean holds(String jar) {
        return jars.stream().anyMatch(name -> jar.matches(Pattern.quote(name) + "-\\d.*\\.jar"));
    }
}
