/**
 * What GEXF 1.3 allows of the elements and attributes that we write, in our own words after the published grammar of the
 * format's authors: order of elements, words for mode and time, types of values.
 */
export const GEXF_SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://gexf.net/1.3" xmlns="http://gexf.net/1.3" xmlns:g="http://gexf.net/1.3" elementFormDefault="qualified">
  ${words('mode', 'static', 'dynamic')}
  ${words('class', 'node', 'edge')}
  ${words('valueType', 'string', 'integer', 'double')}
  ${words('timeFormat', 'integer', 'double', 'date', 'dateTime')}
  ${words('representation', 'interval', 'timestamp')}
  <xs:simpleType name="time"><xs:union memberTypes="xs:integer xs:double xs:date xs:dateTime"/></xs:simpleType>
  <xs:element name="attvalues"><xs:complexType><xs:sequence><xs:element name="attvalue" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
    <xs:attribute name="for" use="required"/><xs:attribute name="value" use="required"/>
  </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
  <xs:element name="gexf"><xs:complexType>
    <xs:sequence>
      <xs:element name="meta"><xs:complexType><xs:all>
        <xs:element name="creator" type="xs:string"/><xs:element name="description" type="xs:string"/>
      </xs:all></xs:complexType></xs:element>
      <xs:element name="graph"><xs:complexType>
        <xs:sequence>
          <xs:element name="attributes" maxOccurs="unbounded"><xs:complexType>
            <xs:sequence><xs:element name="attribute" maxOccurs="unbounded"><xs:complexType>
              <xs:attribute name="id" use="required"/><xs:attribute name="title" use="required"/>
              <xs:attribute name="type" use="required" type="valueType"/>
            </xs:complexType></xs:element></xs:sequence>
            <xs:attribute name="class" use="required" type="class"/><xs:attribute name="mode" type="mode"/>
          </xs:complexType></xs:element>
          <xs:element name="nodes"><xs:complexType><xs:sequence>
            <xs:element name="node" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
              <xs:sequence><xs:element ref="attvalues" minOccurs="0"/></xs:sequence>
              <xs:attribute name="id" use="required"/><xs:attribute name="label" type="xs:token"/>
            </xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element name="edges"><xs:complexType><xs:sequence>
            <xs:element name="edge" minOccurs="0" maxOccurs="unbounded"><xs:complexType>
              <xs:sequence><xs:element ref="attvalues" minOccurs="0"/></xs:sequence>
              <xs:attribute name="id" use="required"/><xs:attribute name="kind" use="required" type="xs:token"/>
              <xs:attribute name="source" use="required"/><xs:attribute name="target" use="required"/>
              <xs:attribute name="weight" type="xs:double"/><xs:attribute name="timestamp" type="time"/>
            </xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
        </xs:sequence>
        <xs:attribute name="defaultedgetype" type="xs:token" fixed="directed"/><xs:attribute name="mode" use="required" type="mode"/>
        <xs:attribute name="timerepresentation" use="required" type="representation"/>
        <xs:attribute name="timeformat" use="required" type="timeFormat"/>
      </xs:complexType>
        <xs:unique name="ids"><xs:selector xpath="g:nodes/g:node | g:edges/g:edge"/><xs:field xpath="@id"/></xs:unique>
      </xs:element>
    </xs:sequence>
    <xs:attribute name="version" use="required" fixed="1.3"/>
  </xs:complexType></xs:element>
</xs:schema>`;

function words(name: string, ...allowed: string[]): string {
  const values = allowed.map((word) => `<xs:enumeration value="${word}"/>`).join('');
  return `<xs:simpleType name="${name}"><xs:restriction base="xs:string">${values}</xs:restriction></xs:simpleType>`;
}
