/** Motion as binary glTF 2.0, after the specification of the Khronos Group (ISO/IEC 12113:2022). */
package org.posescope.record.motion.gltf;
