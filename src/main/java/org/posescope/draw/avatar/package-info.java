/**
 * Figures that people drive in place of the body: binary glTF 2.0 (Khronos Group, ISO/IEC 12113:2022) with a humanoid skeleton, named by
 * VRM 0.x or 1.0 (VRM Consortium) or by what bones are called. Expressions and spring bones are those of the same specifications.
 */
package org.posescope.draw.avatar;
