/** How model files get to this machine: fetched by the npm client, cut out of their package, checked, and moved into place. */
package org.posescope.model.install;
