/**
 * A schema of our own in the order of elements that an export for goAML 5.0.2 has, as far as a draft goes. No unit's schema:
 * those are not public in full and differ in their code lists.
 */
export const DRAFT_SCHEMA = `<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="unqualified">
  <xs:simpleType name="filled"><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="amount"><xs:restriction base="xs:decimal"><xs:fractionDigits value="13"/></xs:restriction></xs:simpleType>
  <xs:complexType name="account"><xs:sequence>
    <xs:element name="institution_name" type="filled" minOccurs="0"/>
    <xs:choice><xs:element name="institution_code" type="filled"/><xs:element name="swift" type="filled"/></xs:choice>
    <xs:element name="account" type="filled"/>
    <xs:element name="account_name" type="filled"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="entity"><xs:sequence><xs:element name="name" type="filled"/></xs:sequence></xs:complexType>
  <xs:complexType name="currency"><xs:sequence>
    <xs:element name="foreign_currency_code" type="filled"/>
    <xs:element name="foreign_amount" type="amount"/>
  </xs:sequence></xs:complexType>
  ${side('from')}
  ${side('to')}
  <xs:element name="report"><xs:complexType><xs:sequence>
    <xs:element name="rentity_id" type="filled"/>
    <xs:element name="submission_code" type="filled"/>
    <xs:element name="report_code" type="filled"/>
    <xs:element name="entity_reference" type="filled"/>
    <xs:element name="submission_date" type="filled"/>
    <xs:element name="currency_code_local" type="filled"/>
    <xs:choice><xs:element name="reporting_person" type="filled"/><xs:element name="reporting_user_code" type="filled"/></xs:choice>
    <xs:element name="reason" type="filled"/>
    <xs:element name="transaction" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="transactionnumber"><xs:simpleType><xs:restriction base="filled"><xs:maxLength value="100"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="transaction_location"><xs:simpleType><xs:restriction base="filled"><xs:maxLength value="255"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="transaction_description"><xs:simpleType><xs:restriction base="filled"><xs:maxLength value="8000"/></xs:restriction></xs:simpleType></xs:element>
      <xs:element name="date_transaction" type="xs:dateTime"/>
      <xs:element name="transmode_code" type="filled"/>
      <xs:element name="transmode_comment" type="filled"/>
      <xs:element name="amount_local" type="amount"/>
      <xs:element name="t_from" type="from"/>
      <xs:element name="t_to" type="to"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="report_indicators" type="filled"/>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

function side(name: 'from' | 'to'): string {
  return `<xs:complexType name="${name}"><xs:sequence>
    <xs:element name="${name}_funds_code" type="filled"/>
    <xs:element name="${name}_foreign_currency" type="currency" minOccurs="0"/>
    <xs:choice><xs:element name="${name}_account" type="account"/><xs:element name="${name}_entity" type="entity"/></xs:choice>
    <xs:element name="${name}_country" type="filled"/>
  </xs:sequence></xs:complexType>`;
}
