package org.posescope.network.architecture;

import java.util.Optional;

/** A family of networks that differ in size. */
interface Architecture {
    /** The member of the family that the weights belong to, read off their names and shapes; empty when there is none. */
    Optional<Blueprint> recognise(StateKeys keys);
}
